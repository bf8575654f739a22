// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UploadsPanel } from '../src/features/uploads/components/uploads-panel.tsx';
import { UploadContext } from '../src/features/uploads/queue/upload-context.ts';
import {
  createUploadEntry,
  reduceUploads,
  type UploadEntry,
  type UploadEvent,
} from '../src/features/uploads/queue/upload-state.ts';
import { createObservable } from '../src/lib/observable.ts';

/** Renders the panel with uploads that change only by clicks and dispatched events; names are ids. */
const renderPanel = (...names: string[]) => {
  const entries = createObservable<readonly UploadEntry[]>(
    names.map((name) => createUploadEntry(name, { name, size: 5 })),
  );
  const dispatch = (event: UploadEvent) => entries.set(reduceUploads(entries.get(), event));
  const queue = {
    entries,
    add: () => undefined,
    cancel: (id: string) => dispatch({ type: 'cancelled', id }),
    retry: (id: string) => dispatch({ type: 'queued', id, name: id }),
    rename: (id: string, name: string) => dispatch({ type: 'queued', id, name }),
    dismiss: (id: string) => dispatch({ type: 'dismissed', id }),
    stop: () => undefined,
  };
  // jsdom has no layout.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  render(
    <UploadContext value={queue}>
      <main tabIndex={-1} />
      <UploadsPanel />
    </UploadContext>,
  );
  onTestFinished(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
  const user = userEvent.setup();
  return {
    dispatch: (event: UploadEvent) => act(() => dispatch(event)),
    press: (name: string) => user.click(screen.getByRole('button', { name })),
  };
};

const focused = () => document.activeElement;

test('keeps the focus on a file that is cancelled, retried and finished', async () => {
  const { press, dispatch } = renderPanel('notes.txt');

  await press('Cancel notes.txt');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Dismiss notes.txt' }));
  await press('Retry notes.txt');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Cancel notes.txt' }));
  dispatch({ type: 'finishing', id: 'notes.txt' });
  await press('Cancel notes.txt');
  dispatch({ type: 'done', id: 'notes.txt' });
  expect(focused()).toBe(screen.getByRole('button', { name: 'Dismiss notes.txt' }));
});

test('keeps the focus on a file whose refused name is changed', async () => {
  const { press, dispatch } = renderPanel('a\\b.txt');
  dispatch({ type: 'name-refused', id: 'a\\b.txt', problem: 'A name must not contain / or \\.' });
  const field = screen.getByRole('textbox', { name: 'New name for a\\b.txt' });

  await userEvent.clear(field);
  await userEvent.type(field, 'b.txt');
  await press('Upload');

  expect(focused()).toBe(screen.getByRole('button', { name: 'Cancel b.txt' }));
});

test('moves the focus to the heading when a file is dismissed, and to the page after the last one', async () => {
  const { press } = renderPanel('a.txt', 'b.txt');
  await press('Cancel a.txt');
  await press('Cancel b.txt');

  await press('Dismiss a.txt');
  expect(focused()).toBe(screen.getByRole('heading'));
  await press('Dismiss b.txt');
  expect(focused()).toBe(screen.getByRole('main'));
});
