import type { TokenSource, Tokens } from './session.ts';
import { trackCalls } from './track-calls.ts';

type Dependencies = {
  fetchTokens: TokenSource['fetchTokens'];
  /** Applies fetched tokens to the session and returns the access token. */
  receive: (fetching: Promise<Tokens | null>) => Promise<string | null>;
  latestAccessToken: () => string | undefined;
};

/** Fetches and renews access tokens: one renewal for any number of callers, and none while tokens are replaced. */
export const createTokenRequests = ({ fetchTokens, receive, latestAccessToken }: Dependencies) => {
  const fetches = trackCalls(fetchTokens);
  let renewal: Promise<string | null> | undefined;
  let replacement: Promise<unknown> | undefined;

  const renew = (): Promise<string | null> => {
    renewal ??= receive(fetches.call({ rejected: latestAccessToken() ?? '' })).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const accessToken = async () => {
    await replacement;
    return receive(fetches.call());
  };

  return {
    accessToken,
    renewAccessToken: async (rejected: string) => {
      await replacement;
      return rejected === latestAccessToken() ? renew() : accessToken();
    },
    /** Renews the tokens; a renewal that is under way, or one of another tab, may have read the user before a change. */
    reload: async () => {
      await Promise.allSettled([renewal]);
      await accessToken();
      await renew();
    },
    /** Requests wait until `replace` settles, which starts when no request for tokens is under way. */
    replaceTokens: async (replace: () => Promise<void>) => {
      const earlier = replacement;
      const replacing = (async () => {
        await earlier;
        await fetches.settled();
        await replace();
      })();
      replacement = Promise.allSettled([replacing]);
      await replacing;
    },
    settled: fetches.settled,
  };
};
