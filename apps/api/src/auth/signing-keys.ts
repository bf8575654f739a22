import { FetchError } from 'aws-jwt-verify/error';
import { type Fetcher, SimpleFetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';

/** Fetches the JWKS from the local pool instead of AWS. */
export const createLocalFetcher = (jwksUri: string): Fetcher => ({
  fetch: async () => {
    const response = await fetch(jwksUri, { signal: AbortSignal.timeout(3_000) });
    if (!response.ok) throw new Error(`The JWKS endpoint responded ${response.status}.`);
    return await response.arrayBuffer();
  },
});

const { jwksParser: parseJwks } = new SimpleJwksCache();

/** Treats any other response, such as a proxy's error page, as an outage. */
const requireKeySet = (fetcher: Fetcher): Fetcher => ({
  fetch: async (uri) => {
    const answer = await fetcher.fetch(uri);
    parseJwks(answer);
    return answer;
  },
});

/**
 * Backs off after a failure. aws-jwt-verify itself backs off after a missing key, but not while the JWKS cannot be
 * reached: each token with an unknown `kid` would then cause a fetch.
 */
export const backOffAfterFailure = (fetcher: Fetcher, now: () => number, waitSeconds = 10): Fetcher => {
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

/** Caches the pool's public keys; cached keys remain valid during an outage. */
export const createSigningKeys = (
  jwksUri: string,
  fetcher: Fetcher = new SimpleFetcher(),
  now: () => number = Date.now,
) => {
  const backingOffFetcher = backOffAfterFailure(requireKeySet(fetcher), now);
  const cache = new SimpleJwksCache({ fetcher: backingOffFetcher });
  let loadedAt: number | undefined;
  const load = async (source: Fetcher): Promise<void> => {
    cache.addJwks(jwksUri, parseJwks(await source.fetch(jwksUri)));
    loadedAt = now();
  };
  return {
    cache,
    isLoaded: () => loadedAt !== undefined,
    /** Also drops keys that the pool has withdrawn, which a lookup by `kid` would not. */
    refresh: () => load(fetcher),
    /** For use on every request: backs off for 10 s after a failure. */
    refreshIfOlderThan: async (milliseconds: number): Promise<void> => {
      if (loadedAt === undefined || now() - loadedAt > milliseconds) await load(backingOffFetcher);
    },
  };
};
