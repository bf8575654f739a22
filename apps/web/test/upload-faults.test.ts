import { describe, expect, test } from 'vitest';
import { sendProblem } from './support/fake-storage.ts';
import { letters, startUploads, textFile } from './support/start-uploads.ts';

describe('when something passes by itself', () => {
  test('a part that fails twice is sent a third time, the others only once', async () => {
    let failures = 0;
    const { storage, queue, reaches } = await startUploads({
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
    const { storage, queue, reaches } = await startUploads({
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
    const { storage, queue, reaches } = await startUploads({
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
    const { storage, queue, reaches } = await startUploads();
    storage.settings.urlLifeMilliseconds = -1;

    queue.add([textFile('short.txt', 'short')]);

    await reaches('done');
    expect(storage.requests.filter((request) => request === 'POST /uploads/:id/parts')).toHaveLength(2);
    expect(storage.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('an API that is down for a while is asked again', async () => {
    let failures = 0;
    const { storage, queue, reaches } = await startUploads({
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
    const { storage, queue, online, reaches } = await startUploads();
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
    const { storage, queue, reaches } = await startUploads({
      put: (_request, response, partNumber) => {
        if (!isBroken || partNumber !== 11) return false;
        response.writeHead(400).end();
        return true;
      },
    });
    queue.add([textFile('letters.txt', letters)]);
    expect(await reaches('failed')).toMatchObject({ problem: 'Storage rejected the file (status 400).' });
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
    const { storage, queue, reaches } = await startUploads({
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

  test.each(['storage', 'the API'])('an upload that has gone by the word of %s says why', async (teller) => {
    const { storage, queue, reaches } = await startUploads({
      put: (_request, response) => {
        storage.uploads.clear();
        response.writeHead(teller === 'storage' ? 404 : 403).end();
        return true;
      },
    });

    queue.add([textFile('letters.txt', letters)]);

    const problem = 'This upload was cancelled or has expired.';
    expect(await reaches('failed')).toMatchObject({ problem });
  });

  test('a name that is refused can be mended without choosing the file again', async () => {
    const { storage, queue, reaches } = await startUploads();

    queue.add([textFile('a/b.txt', 'content')]);
    expect(await reaches('name-refused')).toMatchObject({ problem: 'A name must not contain / or \\.' });
    expect(storage.requests).toEqual([]);
    queue.rename('1', 'b.txt');

    await reaches('done');
    expect(storage.contentOf('b.txt')).toBe('content');
  });

  test('a full quota says how much is needed and how much is left', async () => {
    const me = { id: crypto.randomUUID(), email: 'ana@example.com', name: 'Ana' };
    const { queue, reaches } = await startUploads({
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
