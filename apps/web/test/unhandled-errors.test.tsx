// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useUnhandledErrorToast } from '../src/app/use-unhandled-error-toast.ts';
import { ToastProvider } from '../src/components/toast.tsx';
import { NetworkError } from '../src/lib/network-error.ts';
import { SignedOutError } from '../src/lib/signed-out-error.ts';

const message = 'Something went wrong. If nothing happened, reload the page and try again.';

const Page = ({ onClick }: { onClick?: () => void }) => {
  useUnhandledErrorToast();
  return (
    <button type="button" onClick={onClick}>
      Choose files
    </button>
  );
};

const open = (onClick?: () => void) =>
  render(<Page {...(onClick && { onClick })} />, { wrapper: ToastProvider });

/** Reports a rejection as browsers do, because jsdom does not. */
const reject = (reason: unknown) =>
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));

const errorOf = (properties: object) => Object.assign(new Error('Failed'), properties);

beforeEach(() => {
  // jsdom has no popovers.
  HTMLElement.prototype.togglePopover = () => true;
});
afterEach(cleanup);

test('shows a message when an event handler throws', async () => {
  open(() => {
    throw new TypeError("Cannot read properties of undefined (reading 'digest')");
  });

  await userEvent.click(screen.getByRole('button', { name: 'Choose files' }));

  expect(await screen.findByText(message)).toBeDefined();
});

test.each([
  [new TypeError('crypto.subtle is undefined'), message],
  [new NetworkError(), new NetworkError().message],
])('shows a message when a promise rejects with %o', async (reason, text) => {
  open();

  reject(reason);

  expect(await screen.findByText(text)).toBeDefined();
});

test('shows one message for an error that repeats', async () => {
  open();

  reject(new Error('Failed'));
  reject(new Error('Failed'));

  expect(await screen.findAllByText(message)).toHaveLength(1);
});

test.each([
  ['an aborted request', new DOMException('The operation was aborted.', 'AbortError')],
  [
    'a script of an extension',
    errorOf({ stack: 'Error: Failed\n at chrome-extension://abc/content.js:1:1' }),
  ],
  ['a value that is no error', { code: 403 }],
  ['a request of a user who has signed out', new SignedOutError()],
])('stays silent about %s', async (_name, reason) => {
  open();

  reject(reason);
  reject(new NetworkError());

  expect(await screen.findByText(new NetworkError().message)).toBeDefined();
  expect(screen.queryByText(message)).toBeNull();
  expect(screen.queryByText(new SignedOutError().message)).toBeNull();
});

test('stays silent about a loop of a ResizeObserver, which browsers report without an error', async () => {
  open();

  window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));
  reject(new NetworkError());

  expect(await screen.findByText(new NetworkError().message)).toBeDefined();
  expect(screen.queryByText(message)).toBeNull();
});
