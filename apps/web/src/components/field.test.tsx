// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Button } from './button.tsx';
import { PasswordField } from './password-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const describe = (element: HTMLElement): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

test('a field is found by its label, and described by its error and its description', () => {
  render(<TextField label="Name" descriptiveText="As in your passport" hasError errorMessage="Missing" />);

  const field = screen.getByLabelText('Name');

  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(describe(field)).toBe('Missing As in your passport');
});

test('a field without an error shows none', () => {
  render(<SelectField label="Role" labelHidden hasError={false} errorMessage="Missing" />);

  const field = screen.getByLabelText('Role');

  expect(field.getAttribute('aria-invalid')).toBe('false');
  expect(field.hasAttribute('aria-describedby')).toBe(false);
  expect(screen.queryByText('Missing')).toBeNull();
});

test('the switch of a password shows its characters and announces it', async () => {
  render(<PasswordField label="Password" autoComplete="new-password" />);
  const user = userEvent.setup();
  const field = screen.getByLabelText('Password');
  const control = screen.getByRole('switch', { name: 'Show characters' });
  expect(field.getAttribute('type')).toBe('password');

  await user.click(control);

  expect(field.getAttribute('type')).toBe('text');
  expect(control.getAttribute('aria-checked')).toBe('true');
  screen.getByText('Characters are shown');
});

test('a loading button is disabled and shows what happens', () => {
  render(
    <Button isLoading loadingText="Saving">
      Save
    </Button>,
  );

  const button = screen.getByRole('button', { name: 'Saving' });

  expect(button.hasAttribute('disabled')).toBe(true);
  expect(screen.queryByText('Save')).toBeNull();
});
