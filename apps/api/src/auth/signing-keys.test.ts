import { describe, expect, test } from 'vitest';
import { holdBackAfterFailure } from './signing-keys.ts';

describe('a fetch of the key set', () => {
  test('that failed is not repeated for ten seconds, and then works again', async () => {
    let now = 0;
    let fetches = 0;
    let isDown = true;
    const keys = new ArrayBuffer(1);
    const fetcher = holdBackAfterFailure(
      {
        fetch: () => {
          fetches += 1;
          return isDown ? Promise.reject(new Error('down')) : Promise.resolve(keys);
        },
      },
      () => now,
    );

    for (; now < 10_000; now += 100) await expect(fetcher.fetch('keys')).rejects.toThrow('down');
    expect(fetches).toBe(1);

    isDown = false;
    await expect(fetcher.fetch('keys')).resolves.toBe(keys);
    await expect(fetcher.fetch('keys')).resolves.toBe(keys);
    expect(fetches).toBe(3);
  });
});
