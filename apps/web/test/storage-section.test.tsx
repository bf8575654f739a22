// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { test } from 'vitest';
import { StorageSection } from '../src/features/account/components/storage-section.tsx';
import { renderWithApi } from './support/render-with-api.tsx';

const ana = { id: '01980000-0000-7000-8000-000000000001', email: 'ana@example.com', name: 'Ana' };

const AccountPage = () => {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Leave' : 'Come back'}
      </button>
      {isOpen && <StorageSection />}
    </>
  );
};

test('whoever comes back from deleting files sees the room they have left free', async () => {
  const user = userEvent.setup();
  let usedBytes = 400;
  await renderWithApi(<AccountPage />, () => ({
    body: { ...ana, usedBytes, reservedBytes: 0, quotaBytes: 500 },
  }));
  await screen.findByText('400 bytes of 500 bytes used');

  await user.click(screen.getByRole('button', { name: 'Leave' }));
  usedBytes = 100;
  await user.click(screen.getByRole('button', { name: 'Come back' }));

  await screen.findByText('100 bytes of 500 bytes used');
});
