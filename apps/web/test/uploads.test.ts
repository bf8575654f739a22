import axios from 'axios';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createKeepTrying } from '../src/features/uploads/keep-trying.ts';
import { createUploadQueue } from '../src/features/uploads/upload-queue.ts';
import { createPublicApiClient } from '../src/lib/api-client.ts';
import { createObservable } from '../src/lib/observable.ts';
import { type Faults, sendProblem, startFakeStorage } from './support/fake-storage.ts';

// The limit only ends a hanging test; nothing is judged by how long it takes.
const untilDone = { timeout: 100_000 };
const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
const textFile = (name: string, content: string) => new File([content], name, { type: 'text/plain' });

const start = async (faults: Faults = {}) => {
  const storage = await startFakeStorage(faults);
  const online = createObservable(true);
  const counts = { ids: 0, uploaded: 0 };
  const queue = createUploadQueue({
    api: createPublicApiClient(storage.origin),
    storage: axios.create(),
    transfers: new PQueue({ concurrency: 4 }),
    keepTrying: createKeepTrying(
      { isOnline: online.get, subscribe: (listener) => online.subscribe(() => listener(online.get())) },
      { retries: 5, minTimeout: 1, maxTimeout: 5 },
    ),
    polling: { retries: Number.POSITIVE_INFINITY, minTimeout: 1, maxTimeout: 5 },
    now: () => Date.now(),
    createId: () => {
      counts.ids += 1;
      return String(counts.ids);
    },
    onUploaded: () => {
      counts.uploaded += 1;
    },
  });
  const reaches = async (phase: string, id = '1') => {
    const entries = await queue.entries.when((all) =>
      all.some((entry) => entry.id === id && entry.phase === phase),
    );
    return entries.find((entry) => entry.id === id);
  };
  return { storage, queue, online, counts, reaches };
};

/** Resolves when `release` has been called, for faults that wait for the test. */
const createGate = () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return { opened, open };
};

describe('uploading', () => {
  test('stores every byte, asks for URLs in small batches and sends them no token', async () => {
    const { storage, queue, counts, reaches } = await start();

    queue.add([textFile('letters.txt', letters)]);

    expect(await reaches('done')).toMatchObject({ sentBytes: letters.length });
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storage.requests.filter((request) => request === 'POST /uploads/:id/parts')).toHaveLength(3);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(11);
    expect(counts.uploaded).toBe(1);
  });

  test('stores a file of zero bytes as one empty part', async () => {
    const { storage, queue, reaches } = await start();

    queue.add([textFile('empty.txt', '')]);

    await reaches('done');
    expect(storage.contentOf('empty.txt')).toBe('');
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('keeps two files of the same name apart', async () => {
    const { storage, queue, reaches } = await start();

    queue.add([textFile('same.txt', 'one'), textFile('same.txt', 'two')]);

    await Promise.all([reaches('done', '1'), reaches('done', '2')]);
    expect(storage.uploads.size).toBe(2);
  });

  test('waits for a completion that takes its time', async () => {
    const { storage, queue, reaches } = await start();
    storage.settings.pollsUntilReady = 3;

    queue.add([textFile('slow.txt', letters)]);

    await reaches('done');
    expect(storage.requests.filter((request) => request === 'GET /uploads/:id')).toHaveLength(3);
  });
});

describe('when something passes by itself', () => {
  test('a part that fails twice is sent a third time, the others only once', async () => {
    let failures = 0;
    const { storage, queue, reaches } = await start({
      put: (_request, response, partNumber) => {
        if (partNumber !== 2 || failures === 2) return false;
        failures += 1;
        response.writeHead(503).end();
        return true;
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storage.requests.filter((request) => request === 'PUT /s3/:id/2')).toHaveLength(3);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(13);
  });

  test('a connection that breaks in the middle of a part is taken up again', async () => {
    let hasBroken = false;
    const { storage, queue, reaches } = await start({
      put: (request) => {
        if (hasBroken) return false;
        hasBroken = true;
        request.socket.destroy();
        return true;
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
  });

  test('a URL that storage no longer accepts is asked for anew', async () => {
    const refused = new Set<string>();
    const { storage, queue, reaches } = await start({
      put: ({ url = '' }, response, partNumber) => {
        if (partNumber !== 3 || refused.size === 1) return false;
        refused.add(url);
        response.writeHead(403).end();
        return true;
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storage.requests.filter((request) => request === 'POST /uploads/:id/parts')).toHaveLength(4);
  });

  test('a URL that has run out while it waited for its turn is not even tried', async () => {
    const { storage, queue, reaches } = await start();
    storage.settings.urlLifeMilliseconds = -1;

    queue.add([textFile('short.txt', 'short')]);

    await reaches('done');
    expect(storage.requests.filter((request) => request === 'POST /uploads/:id/parts')).toHaveLength(2);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('an API that is down for a while is asked again', async () => {
    let failures = 0;
    const { storage, queue, reaches } = await start({
      api: (_request, response) => {
        failures += 1;
        return failures <= 3 && sendProblem(response, { status: 503, code: 'service_unavailable' });
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
  });

  test('nothing is sent while there is no network, and everything goes on when it is back', async () => {
    const { storage, queue, online, reaches } = await start();
    online.set(false);

    queue.add([textFile('letters.txt', letters)]);
    expect(await reaches('waiting')).toBeDefined();
    expect(storage.requests).toEqual([]);
    online.set(true);

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
  });
});

describe('when it does not pass', () => {
  test('a retry sends only the parts that storage does not hold', async () => {
    let isBroken = true;
    const { storage, queue, reaches } = await start({
      put: (_request, response, partNumber) => {
        if (!isBroken || partNumber !== 11) return false;
        response.writeHead(400).end();
        return true;
      },
    });
    queue.add([textFile('letters.txt', letters)]);
    expect(await reaches('failed')).toMatchObject({ problem: 'The storage refused the file (status 400).' });
    const storedBefore = [...storage.uploads.values()][0]?.parts.size ?? 0;
    storage.requests.length = 0;
    isBroken = false;

    queue.retry('1');

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
    expect(storedBefore).toBeGreaterThan(0);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(11 - storedBefore);
    expect(storage.requests).not.toContain('POST /uploads');
  });

  test('a retry starts over when the upload has expired meanwhile', async () => {
    let isBroken = true;
    const { storage, queue, reaches } = await start({
      put: (_request, response) => {
        if (isBroken) response.writeHead(400).end();
        return isBroken;
      },
    });
    queue.add([textFile('letters.txt', letters)]);
    await reaches('failed');
    storage.uploads.clear();
    isBroken = false;

    queue.retry('1');

    await reaches('done');
    expect(storage.contentOf('letters.txt')).toBe(letters);
  });

  test('a name that is refused can be mended without choosing the file again', async () => {
    const { storage, queue, reaches } = await start();

    queue.add([textFile('a/b.txt', 'content')]);
    expect(await reaches('name-refused')).toMatchObject({ problem: 'A name must not contain / or \\.' });
    expect(storage.requests).toEqual([]);
    queue.rename('1', 'b.txt');

    await reaches('done');
    expect(storage.contentOf('b.txt')).toBe('content');
  });

  test('a full quota says how much is needed and how much is left', async () => {
    const me = { id: crypto.randomUUID(), email: 'ana@example.com', name: 'Ana' };
    const { queue, reaches } = await start({
      api: ({ url }, response) => {
        if (url !== '/me') return sendProblem(response, { status: 409, code: 'quota_exceeded' });
        const usage = { usedBytes: 400, reservedBytes: 90, quotaBytes: 500 };
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ ...me, ...usage }));
        return true;
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    expect(await reaches('failed')).toMatchObject({
      problem: 'Not enough space: this file needs 104 bytes, and you have 10 bytes left.',
    });
  });
});

describe('cancelling', () => {
  test('stops the parts on the line and discards what is stored', async () => {
    const gate = createGate();
    const { storage, queue, reaches } = await start({
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
    await expect.poll(() => storage.uploads.size, untilDone).toBe(0);
    expect(storage.requests).toContain('DELETE /uploads/:id');
  });

  test('discards an upload whose start is answered only afterwards', async () => {
    const asked = createGate();
    const answered = createGate();
    const { storage, queue } = await start({
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

    await expect.poll(() => storage.requests, untilDone).toContain('DELETE /uploads/:id');
    await expect.poll(() => storage.uploads.size, untilDone).toBe(0);
  });

  test('starts over from nothing when it is tried again', async () => {
    const gate = createGate();
    let holds = true;
    const { storage, queue, reaches } = await start({
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
