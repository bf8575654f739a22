import { NetworkError } from '../../src/lib/network-error.ts';
import type { OtherTabs, TokenSource, User } from '../../src/lib/session.ts';

const ana: User = { id: 'ana', email: 'ana@example.com', name: 'Ana' };

/** The user pool at the seam where Amplify would be: it issues `token-1`, `token-2` and so on. */
export const createFakeUserPool = () => {
  const pool = {
    issued: 1,
    refreshes: 0,
    answer: 'tokens' as 'tokens' | 'refused' | 'outage',
    isSignedIn: true,
    signIn: () => {
      pool.issued += 1;
      pool.isSignedIn = true;
      pool.answer = 'tokens';
    },
  };

  const refresh = () => {
    pool.refreshes += 1;
    if (pool.answer === 'outage') throw new NetworkError();
    if (pool.answer === 'refused') pool.isSignedIn = false;
    else pool.issued += 1;
  };

  const tokenSource: TokenSource = {
    fetchTokens: async (options) => {
      await new Promise(setImmediate);
      if (options?.forceRefresh && pool.isSignedIn) refresh();
      return pool.isSignedIn ? { accessToken: `token-${pool.issued}`, user: ana } : null;
    },
    removeTokens: async () => {
      pool.isSignedIn = false;
    },
  };
  return { pool, tokenSource };
};

export const noOtherTabs: OtherTabs = { broadcast: () => undefined, listen: () => undefined };
