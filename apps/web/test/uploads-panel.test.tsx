// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UploadsPanel } from '../src/features/uploads/components/uploads-panel.tsx';
import { UploadContext } from '../src/features/uploads/queue/upload-context.ts';
import { createUploadList } from '../src/features/uploads/queue/upload-list.ts';
import { createUploadEntry, type UploadEvent } from '../src/features/uploads/queue/upload-state.ts';

// jsdom has no layout: the list shows four rows at once.
const stubLayout = () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(75);
};

/** Renders the panel with uploads that change only by clicks and dispatched events; names are ids. */
const renderPanel = async (...names: string[]) => {
  const uploads = createUploadList();
  uploads.add(names.map((name) => createUploadEntry(name, { name, size: 5 })));
  const queue = {
    uploads,
    add: () => undefined,
    cancel: (id: string) => uploads.change(id, { type: 'cancelled' }),
    retry: (id: string) => uploads.change(id, { type: 'queued', name: id }),
    rename: (id: string, name: string) => uploads.change(id, { type: 'queued', name }),
    dismiss: uploads.remove,
    stop: () => undefined,
  };
  stubLayout();
  render(
    <UploadContext value={queue}>
      <main tabIndex={-1} />
      <UploadsPanel />
    </UploadContext>,
  );
  onTestFinished(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  await screen.findAllByRole('listitem');
  const user = userEvent.setup();
  return {
    dispatch: (id: string, event: UploadEvent) => act(() => uploads.change(id, event)),
    press: (name: string) => user.click(screen.getByRole('button', { name })),
  };
};

const focused = () => document.activeElement;

test('keeps the focus on a file that is cancelled, retried and finished', async () => {
  const { press, dispatch } = await renderPanel('notes.txt');

  await press('Cancel notes.txt');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Dismiss notes.txt' }));
  await press('Retry notes.txt');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Cancel notes.txt' }));
  dispatch('notes.txt', { type: 'finishing' });
  await press('Cancel notes.txt');
  dispatch('notes.txt', { type: 'done' });
  expect(focused()).toBe(screen.getByRole('button', { name: 'Dismiss notes.txt' }));
});

test('keeps the focus on a file whose refused name is changed', async () => {
  const { press, dispatch } = await renderPanel('a\\b.txt');
  dispatch('a\\b.txt', { type: 'name-refused', problem: 'A name must not contain / or \\.' });
  const field = screen.getByRole('textbox', { name: 'New name for a\\b.txt' });

  await userEvent.clear(field);
  await userEvent.type(field, 'b.txt');
  await press('Upload');

  expect(focused()).toBe(screen.getByRole('button', { name: 'Cancel b.txt' }));
});

test('moves the focus to the heading when a file is dismissed, and to the page after the last one', async () => {
  const { press } = await renderPanel('a.txt', 'b.txt');
  await press('Cancel a.txt');
  await press('Cancel b.txt');

  await press('Dismiss a.txt');
  expect(focused()).toBe(screen.getByRole('heading'));
  await press('Dismiss b.txt');
  expect(focused()).toBe(screen.getByRole('main'));
});

test('renders a few rows of 10,000, which name their place in the whole list', async () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `${index + 1}.txt`);

  const { dispatch } = await renderPanel(...names);

  expect(screen.getAllByRole('listitem').length).toBeLessThan(20);
  expect(screen.getAllByRole('listitem')[2]?.ariaPosInSet).toBe('3');
  expect(screen.getAllByRole('listitem')[2]?.ariaSetSize).toBe('10000');
  dispatch('9999.txt', { type: 'failed', problem: 'The connection was lost.' });
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('9999.txt');
});
