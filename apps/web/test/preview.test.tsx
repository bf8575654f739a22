// @vitest-environment jsdom
import { createFolder, deleteItem, downloadItem, listItems, trashItem } from '@share-my-files/contract';
import { onlineManager } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { useNeighbours } from '../src/features/files/browser/use-neighbours.ts';
import { Preview } from '../src/features/files/preview/preview.tsx';
import { createReadRange } from '../src/features/files/preview/read-range.ts';
import type { Fault, ProxiedRequest } from './support/fault-proxy.ts';
import { changeBody, damageSignature, faultFor, isCallOf } from './support/faults.ts';
import { renderPage } from './support/render-page.tsx';
import { startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

afterEach(() => void vi.useRealTimers());

const isRead = ({ method }: ProxiedRequest) => method === 'GET';

/** Renders the preview of a file whose storage refuses the first reads. */
const renderPreview = async (mediaType: string, { clockIsFast = false, refusals = 1 } = {}) => {
  const backend = await startBackend();
  const item = await storeFile(backend.user.api, { name: 'notes', mediaType });
  backend.storage.fault = faultFor(isRead, damageSignature, refusals);
  let urls = 0;
  // Two URLs of one second are equal; the fragment, which no server receives, tells them apart.
  const numberUrl = changeBody(({ url, ...download }) => {
    urls += 1;
    return { ...download, url: `${url}#${urls}` };
  });
  backend.api.fault = faultFor(isCallOf(downloadItem), numberUrl);
  if (clockIsFast) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  renderPage(<Preview item={item} />, backend);
  return userEvent.setup();
};

test('reads a text through another URL when storage no longer accepts the first one', async () => {
  const backend = await startBackend();
  const { id: itemId } = await storeFile(backend.user.api, { name: 'notes.txt' });
  const urls: string[] = [];
  const read = createReadRange(async () => {
    const params = { itemId };
    const download = await backend.client.call(downloadItem, { params, query: { disposition: 'inline' } });
    urls.push(download.url);
    return download;
  });
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  expect(decode(await read(0, 3))).toBe('the');
  backend.storage.fault = faultFor(isRead, damageSignature, 1);

  expect(decode(await read(4, 5))).toBe('notes');

  expect(urls).toHaveLength(2);
});

test('shows that storage refuses a text, and tries again with another URL', async () => {
  const user = await renderPreview('text/plain');

  await screen.findByText('The preview could not be loaded');
  await user.click(screen.getByRole('button', { name: 'Try again' }));

  await screen.findByText('the notes');
});

/** jsdom loads no media: reports what a browser does when a URL has none. */
const failToShow = async (number: number) => {
  const shown = () => document.querySelector('img, video');
  await expect.poll(() => shown()?.getAttribute('src')).toMatch(new RegExp(`#${number}$`));
  fireEvent.error(shown() ?? document);
};

test.each(['image/png', 'video/mp4'])('blames %s only when storage returns its bytes', async (mediaType) => {
  const user = await renderPreview(mediaType);

  await failToShow(1);
  await screen.findByText('The preview could not be loaded');
  await user.click(screen.getByRole('button', { name: 'Try again' }));

  await failToShow(2);
  await screen.findByText(/is damaged, or your browser cannot/);
});

test('does not request a video that cannot be played endlessly when the clock is fast', async () => {
  await renderPreview('video/mp4', { clockIsFast: true });

  await failToShow(1);

  await screen.findByText('The preview could not be loaded');
});

test('continues a video at a new URL after a pause that outlived the first one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await renderPreview('video/mp4');
  await expect.poll(() => document.querySelector('video')).not.toBeNull();

  vi.setSystemTime(Date.now() + 10 * 60_000);
  await failToShow(1);

  await expect.poll(() => document.querySelector('video')?.getAttribute('src')).toMatch(/#2$/);
});

test('waits for the connection, and says so', async () => {
  onTestFinished(() => onlineManager.setOnline(true));
  const backend = await startBackend();
  const item = await storeFile(backend.user.api, { name: 'notes.txt' });
  onlineManager.setOnline(false);
  renderPage(<Preview item={item} />, backend);
  await screen.findByText('You are offline');

  onlineManager.setOnline(true);

  await screen.findByText('the notes');
});

test('says that a file was deleted while it is looked at', async () => {
  const backend = await startBackend();
  const item = await storeFile(backend.user.api, { name: 'notes.txt' });
  const params = { itemId: item.id };
  await backend.user.api.call(trashItem, { params });
  await backend.user.api.call(deleteItem, { params });

  renderPage(<Preview item={item} />, backend);

  await screen.findByText('This file is no longer available');
});

test('knows the neighbours of a file, and loads the next page of the list before it is needed', async () => {
  const backend = await startBackend();
  await storeFile(backend.user.api, { name: '3.txt' });
  await backend.user.api.call(createFolder, { body: { name: 'photos' } });
  const shown = await storeFile(backend.user.api, { name: '2.txt' });
  await storeFile(backend.user.api, { name: '1.txt' });
  const withTwoPerPage: Fault = (request, forward) =>
    forward({ ...request, path: `${request.path}&limit=2` });
  backend.api.fault = faultFor(isCallOf(listItems), withTwoPerPage);
  const Neighbours = () => {
    const { previous, next } = useNeighbours({ view: 'mine' }, shown.id);
    return `${previous?.name} < > ${next?.name}`;
  };

  renderPage(<Neighbours />, backend);

  await screen.findByText('1.txt < > 3.txt');
});
