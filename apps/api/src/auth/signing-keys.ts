import { FetchError } from 'aws-jwt-verify/error';
import { type Fetcher, SimpleFetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';

/** Reads the key set of a local user pool, where the one in AWS would be meant. */
export const createLocalFetcher = (jwksUri: string): Fetcher => ({
  fetch: async () => {
    const response = await fetch(jwksUri, { signal: AbortSignal.timeout(3_000) });
    if (!response.ok) throw new Error(`The key set answered ${response.status}.`);
    return await response.arrayBuffer();
  },
});

const { jwksParser: parseJwks } = new SimpleJwksCache();

/** Takes any other answer for an outage: a page of a proxy says nothing about anybody's token. */
const expectKeySet = (fetcher: Fetcher): Fetcher => ({
  fetch: async (uri) => {
    const answer = await fetcher.fetch(uri);
    parseJwks(answer);
    return answer;
  },
});

/**
 * Asks again only some time after a failure. aws-jwt-verify itself holds back after a key was not found,
 * but not while the key set cannot be reached: then every token with an unknown `kid` would be a fetch.
 */
export const holdBackAfterFailure = (fetcher: Fetcher, now: () => number, waitSeconds = 10): Fetcher => {
  const failures = new Map<string, { error: FetchError; until: number }>();
  return {
    fetch: async (uri) => {
      const failure = failures.get(uri);
      if (failure !== undefined && now() < failure.until) throw failure.error;
      try {
        const keys = await fetcher.fetch(uri);
        failures.delete(uri);
        return keys;
      } catch (cause) {
        const error = new FetchError(uri, cause);
        failures.set(uri, { error, until: now() + waitSeconds * 1000 });
        throw error;
      }
    },
  };
};

/** The pool's public keys. Known keys serve on while their source is down. */
export const createSigningKeys = (
  jwksUri: string,
  fetcher: Fetcher = new SimpleFetcher(),
  now: () => number = Date.now,
) => {
  const patientFetcher = holdBackAfterFailure(expectKeySet(fetcher), now);
  const cache = new SimpleJwksCache({ fetcher: patientFetcher });
  let loadedAt: number | undefined;
  const load = async (source: Fetcher): Promise<void> => {
    cache.addJwks(jwksUri, parseJwks(await source.fetch(jwksUri)));
    loadedAt = now();
  };
  return {
    cache,
    isLoaded: () => loadedAt !== undefined,
    /** Also forgets keys that the pool has withdrawn, which a lookup by `kid` would never notice. */
    refresh: () => load(fetcher),
    /** The same for who asks at every request: a failure is not followed by another fetch for ten seconds. */
    refreshIfOlderThan: async (milliseconds: number): Promise<void> => {
      if (loadedAt === undefined || now() - loadedAt > milliseconds) await load(patientFetcher);
    },
  };
};
