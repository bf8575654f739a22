import { describe, expect, test } from 'vitest';
import { createSession, type SessionEvent, type TokenSource, type Tokens } from './session.ts';
import { SignedOutError } from './signed-out-error.ts';

const ana = { id: 'ana', email: 'ana@example.com', name: 'Ana' };
const bob = { id: 'bob', email: 'bob@example.com', name: 'Bob' };

const createPool = (initial: Tokens | null) => {
  const pool = {
    tokens: initial,
    isDown: false,
    refreshes: 0,
    refresh: (): Tokens | null => pool.tokens,
  };
  const tokenSource: TokenSource = {
    fetchTokens: async (options) => {
      await Promise.resolve();
      if (pool.isDown) throw new Error('The pool is down.');
      if (options?.forceRefresh) {
        pool.refreshes += 1;
        pool.tokens = pool.refresh();
      }
      return pool.tokens;
    },
    removeTokens: async () => {
      pool.tokens = null;
    },
  };
  return { pool, tokenSource };
};

const createTab = () => {
  const told: SessionEvent[] = [];
  const listeners: ((news: SessionEvent) => void)[] = [];
  return {
    told,
    hear: (news: SessionEvent) => listeners.forEach((listener) => void listener(news)),
    otherTabs: {
      broadcast: (news: SessionEvent) => void told.push(news),
      listen: (listener: (news: SessionEvent) => void) => void listeners.push(listener),
    },
  };
};

const startSession = async (initial: Tokens | null) => {
  const { pool, tokenSource } = createPool(initial);
  const tab = createTab();
  const session = createSession(tokenSource, tab.otherTabs);
  await session.start();
  return { session, pool, tab };
};

describe('a session', () => {
  test('starts signed in with tokens and signed out without', async () => {
    const withTokens = await startSession({ accessToken: 'a1', user: ana });
    const without = await startSession(null);

    expect(withTokens.session.state.get()).toEqual({ status: 'signed-in', user: ana });
    expect(without.session.state.get()).toEqual({ status: 'signed-out' });
  });

  test('takes an outage at the start for an outage and recovers from it', async () => {
    const { pool, tokenSource } = createPool({ accessToken: 'a1', user: ana });
    const session = createSession(tokenSource, createTab().otherTabs);
    pool.isDown = true;
    await session.start();
    expect(session.state.get()).toEqual({ status: 'unreachable' });

    pool.isDown = false;
    await session.start();

    expect(session.state.get()).toEqual({ status: 'signed-in', user: ana });
  });

  test('renews a rejected token once, however many ask and however late', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => ({ accessToken: 'a2', user: ana });

    const early = await Promise.all(Array.from({ length: 50 }, () => session.renewAccessToken('a1')));
    const late = await session.renewAccessToken('a1');

    expect(new Set([...early, late])).toEqual(new Set(['a2']));
    expect(pool.refreshes).toBe(1);
  });

  test('stays signed in when a renewal fails by an outage', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana });
    pool.isDown = true;

    await expect(session.renewAccessToken('a1')).rejects.toThrow('The pool is down.');

    expect(session.state.get()).toEqual({ status: 'signed-in', user: ana });
  });

  test('waits for the same person when the refresh token is refused', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => null;
    expect(await session.renewAccessToken('a1')).toBeNull();
    expect(session.state.get()).toEqual({ status: 'ended', user: ana });

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'a2', user: ana };
    await session.signedIn();

    await expect(again).resolves.toBeUndefined();
    expect(await session.accessToken()).toBe('a2');
  });

  test('starts anew with other tokens, and nobody notices', async () => {
    const { session, pool, tab } = await startSession({ accessToken: 'a1', user: ana });
    const states: string[] = [];
    session.state.subscribe(() => states.push(session.state.get().status));
    const signingIn = Promise.withResolvers<void>();

    const starting = session.reauthenticate(() => signingIn.promise);
    const meanwhile = session.accessToken();
    await expect.poll(() => pool.tokens).toBeNull();
    pool.tokens = { accessToken: 'a2', user: ana };
    signingIn.resolve();
    await starting;

    expect(await meanwhile).toBe('a2');
    expect(states).toEqual([]);
    expect(tab.told).toEqual(['signed-in']);
  });

  test('asks for the password when it cannot start anew', async () => {
    const { session } = await startSession({ accessToken: 'a1', user: ana });

    await expect(session.reauthenticate(() => Promise.reject(new Error('Another factor.')))).rejects.toThrow(
      'Another factor.',
    );

    expect(session.state.get()).toEqual({ status: 'ended', user: ana });
    expect(await session.accessToken()).toBeNull();
  });

  test('goes on when the person signs in again in another tab', async () => {
    const { session, pool, tab } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'a2', user: ana };
    tab.hear('signed-in');

    await expect(again).resolves.toBeUndefined();
  });

  test('never continues the work of one person with the token of another', async () => {
    const { session, pool, tab } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'b1', user: bob };
    tab.hear('signed-in');

    await expect(again).rejects.toBeInstanceOf(SignedOutError);
    expect(session.state.get()).toEqual({ status: 'signed-in', user: bob });
  });

  test('gives a request up when another person has signed in unheard', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana });
    pool.tokens = { accessToken: 'b1', user: bob };

    await expect(session.accessToken()).rejects.toBeInstanceOf(SignedOutError);

    expect(session.state.get()).toEqual({ status: 'signed-in', user: bob });
  });

  test('signing out reaches the other tabs and gives up what waits', async () => {
    const { session, pool, tab } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');
    const again = session.signInAgain();

    await session.signOut();

    await expect(again).rejects.toBeInstanceOf(SignedOutError);
    expect(tab.told).toEqual(['signed-out']);
    await expect(session.accessToken()).rejects.toBeInstanceOf(SignedOutError);
  });

  test('follows a sign-out in another tab', async () => {
    const { session, tab } = await startSession({ accessToken: 'a1', user: ana });

    tab.hear('signed-out');

    expect(session.state.get()).toEqual({ status: 'signed-out' });
  });

  test('is not revived by a token that was asked for before the sign-out', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana });
    pool.refresh = () => ({ accessToken: 'a2', user: ana });
    const renewal = session.renewAccessToken('a1');

    await session.signOut();

    await expect(renewal).resolves.toBe('a2');
    expect(pool.tokens).toBeNull();
    expect(session.state.get()).toEqual({ status: 'signed-out' });
  });
});
