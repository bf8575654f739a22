import {
  cancelUpload,
  completeUpload,
  getUpload,
  listItems,
  signParts,
  startUpload,
} from '@share-my-files/contract';
import { describe, expect, test } from 'vitest';
import type { ProxiedRequest } from './support/fault-proxy.ts';
import { changeBody, createGate, faultFor, isCallOf } from './support/faults.ts';
import { isPart, letters, startUploads, textFile, twoParts } from './support/start-uploads.ts';

describe('uploading', () => {
  test('stores every byte, requests URLs in small batches and sends no token to storage', async () => {
    const { api, storage, queue, counts, reaches, sentParts, stored } = await startUploads();

    queue.add([textFile('letters.txt', letters)], null);

    expect(await reaches('done')).toMatchObject({ sentBytes: letters.length });
    expect(await stored('letters.txt')).toEqual([String(letters)]);
    expect(api.requests.filter(isCallOf(signParts))).toHaveLength(2);
    expect(sentParts()).toHaveLength(5);
    expect(storage.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    expect(counts.changes).toBe(1);
  });

  test('stores a file of zero bytes as one empty part', async () => {
    const { queue, reaches, sentParts, stored } = await startUploads();

    queue.add([textFile('empty.txt', '')], null);

    await reaches('done');
    expect(await stored('empty.txt')).toEqual(['']);
    expect(sentParts()).toHaveLength(1);
  });

  test('keeps two files of the same name apart', async () => {
    const { queue, reaches, stored } = await startUploads();

    queue.add([textFile('same.txt', 'one'), textFile('same.txt', 'two')], null);

    await Promise.all([reaches('done', '1'), reaches('done', '2')]);
    const contents = [...(await stored('same.txt')), ...(await stored('same (2).txt'))];
    expect(contents.toSorted()).toEqual(['one', 'two']);
  });

  test('polls until a slow completion is over', async () => {
    const { api, queue, reaches } = await startUploads();
    const isAboutCompletion = (request: ProxiedRequest) =>
      isCallOf(completeUpload)(request) || isCallOf(getUpload)(request);
    const stillCompleting = changeBody((upload) => ({ ...upload, state: 'completing' }));
    api.fault = faultFor(isAboutCompletion, stillCompleting, 3);

    queue.add([textFile('slow.txt', 'slow')], null);

    await reaches('done');
    expect(api.requests.filter(isCallOf(getUpload))).toHaveLength(3);
  });
});

describe('cancelling', () => {
  test('stops the parts in transit, discards the stored ones and reports the change', async () => {
    const { api, storage, queue, counts, reaches, listUnfinished } = await startUploads();
    const gate = createGate();
    storage.fault = faultFor(isPart(2), gate.hold);
    queue.add([textFile('letters.txt', twoParts)], null);
    await gate.reached;

    queue.cancel('1');

    expect(await reaches('cancelled')).toBeDefined();
    await expect.poll(listUnfinished).toEqual([]);
    expect(api.requests.filter(isCallOf(cancelUpload))).toHaveLength(1);
    await expect.poll(() => counts.changes).toBe(1);
  });

  test('discards an upload whose start is answered only afterwards', async () => {
    const { api, queue, listUnfinished } = await startUploads();
    const gate = createGate();
    api.fault = faultFor(isCallOf(startUpload), gate.hold);
    queue.add([textFile('late.txt', 'late')], null);
    await gate.reached;

    queue.cancel('1');
    gate.release();

    await expect.poll(() => api.requests.filter(isCallOf(cancelUpload)).length).toBe(1);
    await expect.poll(listUnfinished).toEqual([]);
  });

  test('never starts a file of many that is cancelled before its turn', async () => {
    const gate = Promise.withResolvers<void>();
    const { api, queue, online, reaches } = await startUploads({ pause: () => gate.promise });
    online.set(false);
    queue.add(
      Array.from({ length: 1_000 }, (_, index) => textFile(`${index + 1}.txt`, '')),
      null,
    );

    for (const id of queue.uploads.ids.get().slice(1)) queue.cancel(id);
    gate.resolve();
    online.set(true);

    await reaches('done');
    expect(api.requests.filter(isCallOf(startUpload))).toHaveLength(1);
  });

  test('starts over from nothing at a retry', async () => {
    const { storage, queue, reaches, stored, user } = await startUploads();
    const gate = createGate();
    storage.fault = faultFor(isPart(), gate.hold);
    queue.add([textFile('letters.txt', twoParts)], null);
    await gate.reached;

    queue.cancel('1');
    storage.fault = (request, forward) => forward(request);
    queue.retry('1');

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
    expect((await user.api.call(listItems, { query: { view: 'mine' } })).items).toHaveLength(1);
  });
});
