import { completeUpload, signParts, startUpload } from '@share-my-files/contract';
import { describe, expect, test } from 'vitest';
import { cut, damageBody, damageSignature, faultFor, isCallOf, respond } from './support/faults.ts';
import { quotaBytes } from './support/settings.ts';
import { isPart, letters, startUploads, textFile, twoParts } from './support/start-uploads.ts';

describe('when a fault is temporary', () => {
  test('sends a part that fails twice a third time, and the others once', async () => {
    const { storage, queue, reaches, stored, sentParts } = await startUploads();
    storage.fault = faultFor(isPart(2), respond(503), 2);

    queue.add([textFile('letters.txt', twoParts)], null);

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
    expect(sentParts().filter(isPart(2))).toHaveLength(3);
    expect(sentParts()).toHaveLength(4);
  });

  test('sends a part again after its connection breaks', async () => {
    const { storage, queue, reaches, stored } = await startUploads();
    storage.fault = faultFor(isPart(), cut, 1);

    queue.add([textFile('letters.txt', twoParts)], null);

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
  });

  test('requests another URL when storage refuses one', async () => {
    const { api, storage, queue, reaches, stored } = await startUploads();
    storage.fault = faultFor(isPart(2), damageSignature, 1);

    queue.add([textFile('letters.txt', twoParts)], null);

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
    expect(api.requests.filter(isCallOf(signParts))).toHaveLength(2);
  });

  test('does not try a URL that expired while it waited', async () => {
    let hours = 0;
    const anHourLater = () => {
      hours += 1;
      return hours * 3_600_000;
    };
    const { api, queue, reaches, sentParts } = await startUploads({ now: anHourLater });

    queue.add([textFile('short.txt', 'short')], null);

    await reaches('done');
    expect(api.requests.filter(isCallOf(signParts))).toHaveLength(2);
    expect(sentParts()).toHaveLength(1);
  });

  test.each([-3_600_000, 3_600_000])('requests each URL once when the clock is %i ms off', async (offset) => {
    const { api, queue, reaches, sentParts } = await startUploads({ now: () => Date.now() + offset });

    queue.add([textFile('short.txt', 'short')], null);

    await reaches('done');
    expect(api.requests.filter(isCallOf(signParts))).toHaveLength(1);
    expect(sentParts()).toHaveLength(1);
  });

  test('retries while the API is unavailable', async () => {
    const { api, queue, reaches, stored } = await startUploads();
    api.fault = faultFor(() => true, respond(503), 3);

    queue.add([textFile('short.txt', 'short')], null);

    await reaches('done');
    expect(await stored('short.txt')).toEqual(['short']);
  });

  test('sends nothing without a network and continues when it is back', async () => {
    const { api, storage, queue, online, reaches, stored } = await startUploads();
    online.set(false);

    queue.add([textFile('short.txt', 'short')], null);
    expect(await reaches('waiting')).toBeDefined();
    expect([...api.requests, ...storage.requests]).toEqual([]);
    online.set(true);

    await reaches('done');
    expect(await stored('short.txt')).toEqual(['short']);
  });

  test('completes an upload whose response to the completion was lost', async () => {
    const { api, queue, reaches, stored } = await startUploads();
    const loseResponse = async (...[request, forward]: Parameters<typeof api.fault>) => {
      await forward(request);
      return 'cut' as const;
    };
    api.fault = faultFor(isCallOf(completeUpload), loseResponse, 1);

    queue.add([textFile('short.txt', 'short')], null);

    await reaches('done');
    expect(await stored('short.txt')).toEqual(['short']);
  });
});

describe('when a fault lasts', () => {
  test('a retry sends only the parts that storage does not hold', async () => {
    const { api, storage, queue, reaches, stored, sentParts } = await startUploads();
    const firstPart = Promise.withResolvers<void>();
    storage.fault = async (request, forward) => {
      if (isPart(2)(request)) {
        await firstPart.promise;
        return damageBody(request, forward);
      }
      const response = await forward(request);
      firstPart.resolve();
      return response;
    };
    queue.add([textFile('letters.txt', twoParts)], null);
    expect(await reaches('failed')).toMatchObject({ problem: 'Storage rejected the file (status 400).' });
    storage.requests.length = 0;
    api.requests.length = 0;
    storage.fault = (request, forward) => forward(request);

    queue.retry('1');

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
    expect(sentParts().filter(isPart(2))).toHaveLength(1);
    expect(sentParts()).toHaveLength(1);
    expect(api.requests.filter(isCallOf(startUpload))).toEqual([]);
  });

  test('a retry starts over when the upload is gone', async () => {
    const { storage, queue, reaches, stored, cancelElsewhere } = await startUploads();
    storage.fault = faultFor(isPart(), damageBody);
    queue.add([textFile('letters.txt', twoParts)], null);
    await reaches('failed');
    await cancelElsewhere();
    storage.fault = (request, forward) => forward(request);

    queue.retry('1');

    await reaches('done');
    expect(await stored('letters.txt')).toEqual([String(twoParts)]);
  });

  test.each(['storage', 'the API'])('explains an upload that is gone according to %s', async (witness) => {
    const { storage, queue, reaches, cancelElsewhere } = await startUploads();
    storage.fault = faultFor(isPart(), async (request, forward) => {
      await cancelElsewhere();
      return witness === 'storage' ? forward(request) : damageSignature(request, forward);
    });

    queue.add([textFile('short.txt', 'short')], null);

    const problem = 'This upload was cancelled or has expired.';
    expect(await reaches('failed')).toMatchObject({ problem });
  });

  test('a refused name can be changed without choosing the file again', async () => {
    const { api, queue, reaches, stored } = await startUploads();

    queue.add([textFile('a/b.txt', 'content')], null);
    expect(await reaches('name-refused')).toMatchObject({ problem: 'A name must not contain / or \\.' });
    expect(api.requests).toEqual([]);
    queue.rename('1', 'b.txt');

    await reaches('done');
    expect(await stored('b.txt')).toEqual(['content']);
  });

  test('a full quota states how much is needed and how much is left', async () => {
    const { user, queue, reaches } = await startUploads();
    const reserved = { name: 'reserved.bin', sizeBytes: quotaBytes - 10, mediaType: 'text/plain' };
    await user.api.call(startUpload, { body: reserved });

    queue.add([textFile('letters.txt', letters.subarray(0, 104))], null);

    expect(await reaches('failed')).toMatchObject({
      problem: 'Not enough space: this file needs 104 bytes, and you have 10 bytes left.',
    });
  });
});
