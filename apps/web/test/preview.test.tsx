// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Preview } from '../src/features/files/preview/preview.tsx';
import { createItem } from './support/create-item.ts';
import { renderWithApi } from './support/render-with-api.tsx';
import { startServer } from './support/start-server.ts';

/** A preview of what storage gives at the second address that is asked for, but not at the first. */
const renderPreview = async (mediaType: string, expiresAt = '2100-01-01T00:00:00Z') => {
  const storage = await startServer(({ url, method }, response) => {
    const leaveToRead = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
    response.writeHead(url === '/1' && method === 'GET' ? 403 : 200, leaveToRead).end('the notes');
  });
  let urls = 0;
  await renderWithApi(<Preview item={createItem(1, { mediaType })} />, () => {
    urls += 1;
    return { body: { url: `${storage}/${urls}`, expiresAt } };
  });
  return userEvent.setup();
};

test('a text that storage does not give is asked for again, at a new address', async () => {
  const user = await renderPreview('text/plain');

  await screen.findByText('The preview could not be loaded');
  await user.click(screen.getByRole('button', { name: 'Try again' }));

  await screen.findByText('the notes');
});

/** jsdom loads no media: what browsers tell of an address that gives none. */
const failToShow = async (number: number) => {
  const shown = () => document.querySelector('img, video');
  await expect.poll(() => shown()?.getAttribute('src')).toMatch(new RegExp(`/${number}$`));
  fireEvent.error(shown() ?? document);
};

test.each(['image/png', 'video/mp4'])('%s is blamed only when storage gives its bytes', async (mediaType) => {
  const user = await renderPreview(mediaType);

  await failToShow(1);
  await screen.findByText('The preview could not be loaded');
  await user.click(screen.getByRole('button', { name: 'Try again' }));

  await failToShow(2);
  await screen.findByText("This file can't be previewed");
});

test('a film that cannot be played is not asked for without end where the clock is fast', async () => {
  await renderPreview('video/mp4', '2000-01-01T00:00:00Z');

  await failToShow(1);

  await screen.findByText('The preview could not be loaded');
});

test('a film goes on at a new address when it was stopped for longer than the first one works', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await renderPreview('video/mp4');
  await expect.poll(() => document.querySelector('video')).not.toBeNull();

  vi.setSystemTime(Date.now() + 10 * 60_000);
  await failToShow(1);

  await expect.poll(() => document.querySelector('video')?.getAttribute('src')).toMatch(/\/2$/);
});
