import { describe, expect, test } from 'vitest';
import { letters, startUploads, textFile } from './support/start-uploads.ts';

/** Resolves when `release` has been called, for faults that wait for the test. */
const createGate = () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return { opened, open };
};

describe('uploading', () => {
  test('stores every byte, asks for URLs in small batches and sends them no token', async () => {
    const { storage, queue, counts, reaches } = await startUploads();

    queue.add([textFile('letters.txt', letters)]);

    expect(await reaches('done')).toMatchObject({ sentBytes: letters.length });
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storage.requests.filter((request) => request === 'POST /uploads/:id/parts')).toHaveLength(3);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(11);
    expect(counts.changes).toBe(1);
  });

  test('stores a file of zero bytes as one empty part', async () => {
    const { storage, queue, reaches } = await startUploads();

    queue.add([textFile('empty.txt', '')]);

    await reaches('done');
    expect(storage.contentOf('empty.txt')).toBe('');
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('keeps two files of the same name apart', async () => {
    const { storage, queue, reaches } = await startUploads();

    queue.add([textFile('same.txt', 'one'), textFile('same.txt', 'two')]);

    await Promise.all([reaches('done', '1'), reaches('done', '2')]);
    expect(storage.uploads.size).toBe(2);
  });

  test('waits for a completion that takes its time', async () => {
    const { storage, queue, reaches } = await startUploads();
    storage.settings.pollsUntilReady = 3;

    queue.add([textFile('slow.txt', letters)]);

    await reaches('done');
    expect(storage.requests.filter((request) => request === 'GET /uploads/:id')).toHaveLength(3);
  });
});

describe('cancelling', () => {
  test('stops the parts on the line and discards what is stored, and tells so', async () => {
    const gate = createGate();
    const { storage, queue, counts, reaches } = await startUploads({
      put: (_request, _response, partNumber) => {
        if (partNumber === 1) return false;
        gate.open();
        return true;
      },
    });
    queue.add([textFile('letters.txt', letters)]);
    await gate.opened;

    queue.cancel('1');

    expect(await reaches('cancelled')).toBeDefined();
    await expect.poll(() => storage.uploads.size).toBe(0);
    expect(storage.requests).toContain('DELETE /uploads/:id');
    await expect.poll(() => counts.changes).toBe(1);
  });

  test('discards an upload whose start is answered only afterwards', async () => {
    const asked = createGate();
    const answered = createGate();
    const { storage, queue } = await startUploads({
      api: async ({ url }) => {
        if (url !== '/uploads') return false;
        asked.open();
        await answered.opened;
        return false;
      },
    });
    queue.add([textFile('late.txt', 'late')]);
    await asked.opened;

    queue.cancel('1');
    answered.open();

    await expect.poll(() => storage.requests).toContain('DELETE /uploads/:id');
    await expect.poll(() => storage.uploads.size).toBe(0);
  });

  test('starts over from nothing when it is tried again', async () => {
    const gate = createGate();
    let holds = true;
    const { storage, queue, reaches } = await startUploads({
      put: () => {
        gate.open();
        return holds;
      },
    });
    queue.add([textFile('letters.txt', letters)]);
    await gate.opened;

    queue.cancel('1');
    holds = false;
    queue.retry('1');

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storage.uploads.size).toBe(1);
  });
});
