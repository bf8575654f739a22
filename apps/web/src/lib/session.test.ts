import { describe, expect, test } from 'vitest';
import { createSession, type SessionEvent, type TokenSource, type Tokens } from './session.ts';
import { SignedOutError } from './signed-out-error.ts';

const authenticationAgeSeconds = 0;
const ana = { id: 'ana', email: 'ana@example.com', isEmailVerified: true, name: 'Ana' };
const bob = { id: 'bob', email: 'bob@example.com', isEmailVerified: true, name: 'Bob' };

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
      if (options?.rejected === pool.tokens?.accessToken) {
        pool.refreshes += 1;
        pool.tokens = pool.refresh();
      }
      return pool.tokens;
    },
    removeTokens: async () => {
      pool.tokens = null;
    },
    beginSignIn: async () => {
      const kept = pool.tokens;
      const restore = () => {
        pool.tokens = kept;
      };
      return { discard: restore, replace: async () => undefined };
    },
  };
  return { pool, tokenSource };
};

const createTab = () => {
  const sent: SessionEvent[] = [];
  const listeners: ((event: SessionEvent) => void)[] = [];
  return {
    sent,
    receive: (event: SessionEvent) => listeners.forEach((listener) => void listener(event)),
    otherTabs: {
      broadcast: (event: SessionEvent) => void sent.push(event),
      listen: (listener: (event: SessionEvent) => void) => void listeners.push(listener),
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
    const withTokens = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    const without = await startSession(null);

    expect(withTokens.session.state.get()).toEqual({ status: 'signed-in', user: ana });
    expect(without.session.state.get()).toEqual({ status: 'signed-out' });
  });

  test('is unreachable during an outage at the start, and recovers', async () => {
    const { pool, tokenSource } = createPool({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    const session = createSession(tokenSource, createTab().otherTabs);
    pool.isDown = true;
    await session.start();
    expect(session.state.get()).toEqual({ status: 'unreachable' });

    pool.isDown = false;
    await session.start();

    expect(session.state.get()).toEqual({ status: 'signed-in', user: ana });
  });

  test('renews a rejected token once for any number of callers, early or late', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    pool.refresh = () => ({ accessToken: 'a2', user: ana, authenticationAgeSeconds });

    const early = await Promise.all(Array.from({ length: 50 }, () => session.renewAccessToken('a1')));
    const late = await session.renewAccessToken('a1');

    expect(new Set([...early, late])).toEqual(new Set(['a2']));
    expect(pool.refreshes).toBe(1);
  });

  test('stays signed in when a renewal fails because of an outage', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    pool.isDown = true;

    await expect(session.renewAccessToken('a1')).rejects.toThrow('The pool is down.');

    expect(session.state.get()).toEqual({ status: 'signed-in', user: ana });
  });

  test('waits for the same user to sign in when the refresh token is rejected', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    pool.refresh = () => null;
    expect(await session.renewAccessToken('a1')).toBeNull();
    expect(session.state.get()).toEqual({ status: 'ended', user: ana });

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'a2', user: ana, authenticationAgeSeconds };
    await session.signedIn();

    await expect(again).resolves.toBeUndefined();
    expect(await session.accessToken()).toBe('a2');
  });

  test('reauthenticates without a change of state, and requests wait', async () => {
    const { session, pool, tab } = await startSession({
      accessToken: 'a1',
      user: ana,
      authenticationAgeSeconds,
    });
    const states: string[] = [];
    session.state.subscribe(() => states.push(session.state.get().status));
    const signingIn = Promise.withResolvers<void>();

    const starting = session.reauthenticate(() => signingIn.promise);
    const meanwhile = session.accessToken();
    await expect.poll(() => pool.tokens).toBeNull();
    pool.tokens = { accessToken: 'a2', user: ana, authenticationAgeSeconds };
    signingIn.resolve();
    await starting;

    expect(await meanwhile).toBe('a2');
    expect(states).toEqual([]);
    expect(tab.sent).toEqual(['signed-in']);
  });

  test('ends when it cannot reauthenticate', async () => {
    const { session } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });

    await expect(session.reauthenticate(() => Promise.reject(new Error('Another factor.')))).rejects.toThrow(
      'Another factor.',
    );

    expect(session.state.get()).toEqual({ status: 'ended', user: ana });
    expect(await session.accessToken()).toBeNull();
  });

  test('continues when the user signs in again in another tab', async () => {
    const { session, pool, tab } = await startSession({
      accessToken: 'a1',
      user: ana,
      authenticationAgeSeconds,
    });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'a2', user: ana, authenticationAgeSeconds };
    tab.receive('signed-in');

    await expect(again).resolves.toBeUndefined();
  });

  test('never continues a request of one user with the token of another', async () => {
    const { session, pool, tab } = await startSession({
      accessToken: 'a1',
      user: ana,
      authenticationAgeSeconds,
    });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');

    const again = session.signInAgain();
    pool.tokens = { accessToken: 'b1', user: bob, authenticationAgeSeconds };
    tab.receive('signed-in');

    await expect(again).rejects.toBeInstanceOf(SignedOutError);
    expect(session.state.get()).toEqual({ status: 'signed-in', user: bob });
  });

  test('rejects a request when another user has signed in without a notification', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    pool.tokens = { accessToken: 'b1', user: bob, authenticationAgeSeconds };

    await expect(session.accessToken()).rejects.toBeInstanceOf(SignedOutError);

    expect(session.state.get()).toEqual({ status: 'signed-in', user: bob });
  });

  test('signs out the other tabs and rejects waiting requests', async () => {
    const { session, pool, tab } = await startSession({
      accessToken: 'a1',
      user: ana,
      authenticationAgeSeconds,
    });
    pool.refresh = () => null;
    await session.renewAccessToken('a1');
    const again = session.signInAgain();

    await session.signOut();

    await expect(again).rejects.toBeInstanceOf(SignedOutError);
    expect(tab.sent).toEqual(['signed-out']);
    await expect(session.accessToken()).rejects.toBeInstanceOf(SignedOutError);
  });

  test('signs out when another tab does', async () => {
    const { session, tab } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });

    tab.receive('signed-out');

    expect(session.state.get()).toEqual({ status: 'signed-out' });
  });

  test('of a deleted account ends once, in all tabs', async () => {
    const { session, pool, tab } = await startSession({
      accessToken: 'a1',
      user: ana,
      authenticationAgeSeconds,
    });
    const other = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });

    await session.closeAccount();
    await session.closeAccount();
    other.tab.receive('account-deleted');

    expect(pool.tokens).toBeNull();
    expect(tab.sent).toEqual(['account-deleted']);
    for (const { state } of [session, other.session]) {
      expect(state.get()).toEqual({ status: 'signed-out', isAccountDeleted: true });
    }
  });

  test('is not revived by a token requested before the sign-out', async () => {
    const { session, pool } = await startSession({ accessToken: 'a1', user: ana, authenticationAgeSeconds });
    pool.refresh = () => ({ accessToken: 'a2', user: ana, authenticationAgeSeconds });
    const renewal = session.renewAccessToken('a1');

    await session.signOut();

    await expect(renewal).resolves.toBe('a2');
    expect(pool.tokens).toBeNull();
    expect(session.state.get()).toEqual({ status: 'signed-out' });
  });
});
