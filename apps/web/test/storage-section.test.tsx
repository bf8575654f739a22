// @vitest-environment jsdom
import { deleteItem, trashItem } from '@share-my-files/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { test } from 'vitest';
import { StorageSection } from '../src/features/account/components/storage-section.tsx';
import { renderPage } from './support/render-page.tsx';
import { startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

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

test('shows the space that deleting a file has freed since the last visit', async () => {
  const user = userEvent.setup();
  const backend = await startBackend();
  const item = await storeFile(backend.user.api, { name: 'notes.txt', content: 'x'.repeat(400) });
  renderPage(<AccountPage />, backend);
  await screen.findByText('400 bytes of 1 GiB used');

  await user.click(screen.getByRole('button', { name: 'Leave' }));
  await backend.user.api.call(trashItem, { params: { itemId: item.id } });
  await backend.user.api.call(deleteItem, { params: { itemId: item.id } });
  await user.click(screen.getByRole('button', { name: 'Come back' }));

  await screen.findByText('0 bytes of 1 GiB used');
});
