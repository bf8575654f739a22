// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import Eye from 'lucide-react/icons/eye';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../src/components/menu.tsx';

beforeEach(() => {
  // jsdom has no layout.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const button = (name: string) => screen.getByRole('button', { name });

/** Renders a menu beside a field; `focused` records the focus at each call of the action. */
const renderMenu = () => {
  const focused: (Element | null)[] = [];
  const open = { label: 'Open', icon: Eye, onSelect: () => void focused.push(document.activeElement) };
  render(
    <>
      <Menu label="Actions" actions={[open]} />
      <input aria-label="Name" />
    </>,
  );
  return { focused, user: userEvent.setup() };
};

test('calls an action after the focus is back on the button, where a dialog returns it', async () => {
  const { focused, user } = renderMenu();

  await user.click(button('Actions'));
  await user.click(await screen.findByRole('menuitem', { name: 'Open' }));

  await expect.poll(() => focused).toEqual([button('Actions')]);
});

test('returns the focus to the button after Escape', async () => {
  const { focused, user } = renderMenu();

  await user.click(button('Actions'));
  await screen.findByRole('menu');
  await user.keyboard('{Escape}');

  await expect.poll(() => document.activeElement).toBe(button('Actions'));
  expect(focused).toEqual([]);
});

test('closes after a click elsewhere and leaves the focus there', async () => {
  const { user } = renderMenu();
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

  await user.click(button('Actions'));
  await screen.findByRole('menu');
  await user.click(name);
  await user.keyboard('typed');

  expect(screen.queryByRole('menu')).toBeNull();
  expect(name.value).toBe('typed');
});

test.each(['{Enter}', ' ', '{ArrowDown}'])('opens by the key %j at its first action', async (key) => {
  const { focused, user } = renderMenu();

  await user.tab();
  await user.keyboard(key);
  await expect.poll(() => document.activeElement?.textContent).toBe('Open');
  await user.keyboard('{Enter}');

  await expect.poll(() => focused).toEqual([button('Actions')]);
});

test('opens no menu when the user goes on before its code has arrived', async () => {
  const { user } = renderMenu();
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

  fireEvent.click(button('Actions'));
  fireEvent.blur(button('Actions'));
  await import('../src/components/radix-menu.tsx');
  await user.type(name, 'typed');

  expect(screen.queryByRole('menu')).toBeNull();
  expect(name.value).toBe('typed');
});
