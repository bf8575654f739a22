import type { IdentityProvider } from '@share-my-files/contract';
import { createObservable, type Observable } from './observable.ts';
import { SignedOutError } from './signed-out-error.ts';
import type { TokenSession } from './with-access-token.ts';

/**
 * The signed-in user from the ID token, for display only; `provider` is the identity provider that the user signs in with
 * instead of a password.
 */
export type User = { id: string; email: string; name: string; provider?: IdentityProvider | undefined };

export type Tokens = { accessToken: string; user: User };

/** The user pool. Resolves with `null` if nobody is signed in, and rejects if the pool is unreachable. */
export type TokenSource = {
  fetchTokens(options?: { forceRefresh: boolean }): Promise<Tokens | null>;
  removeTokens(): Promise<void>;
};

export type SessionEvent = 'signed-in' | 'signed-out';

/** The app in the other tabs of this browser, which share the tokens. */
export type OtherTabs = {
  broadcast(event: SessionEvent): void;
  listen(listener: (event: SessionEvent) => void): void;
};

export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; user: User }
  // The refresh token no longer works: the page stays as it is until the same user signs in again.
  | { status: 'ended'; user: User };

export type Session = TokenSession & {
  state: Pick<Observable<SessionState>, 'get' | 'subscribe'>;
  start(): Promise<void>;
  /** Call after a sign-in. */
  signedIn(): Promise<void>;
  /** Replaces the tokens by a new sign-in of the same user; requests wait until it settles. */
  reauthenticate(signIn: () => Promise<unknown>): Promise<void>;
  /** Signs out on this device only. */
  signOut(): Promise<void>;
};

export const userOf = (state: SessionState): User | undefined => ('user' in state ? state.user : undefined);

const nextState = (state: SessionState, tokens: Tokens | null): SessionState => {
  if (tokens !== null) return { status: 'signed-in', user: tokens.user };
  return 'user' in state ? { status: 'ended', user: state.user } : { status: 'signed-out' };
};

export const createSession = (tokenSource: TokenSource, otherTabs: OtherTabs): Session => {
  const state = createObservable<SessionState>({ status: 'starting' });
  let latestAccessToken: string | undefined;
  let renewal: Promise<string | null> | undefined;
  let replacement: Promise<unknown> | undefined;

  const applyTokens = (tokens: Tokens | null) => {
    const present = state.get();
    const next = nextState(present, tokens);
    if (next.status !== present.status || userOf(next)?.id !== userOf(present)?.id) state.set(next);
    latestAccessToken = tokens?.accessToken;
  };

  const receiveTokens = async (fetching: Promise<Tokens | null>): Promise<string | null> => {
    const before = userOf(state.get());
    const tokens = await fetching;
    if (state.get().status === 'signed-out') throw new SignedOutError();
    applyTokens(tokens);
    // Another tab has signed in as another user: requests of this one must not continue in their name.
    if (tokens !== null && before?.id !== tokens.user.id) throw new SignedOutError();
    return tokens?.accessToken ?? null;
  };

  const accessToken = async () => {
    await replacement;
    return receiveTokens(tokenSource.fetchTokens());
  };

  const renewAccessToken = async (rejected: string) => {
    await replacement;
    if (rejected !== latestAccessToken) return accessToken();
    renewal ??= receiveTokens(tokenSource.fetchTokens({ forceRefresh: true })).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const signInAgain = async () => {
    const before = userOf(state.get());
    const settled = await state.when(({ status }) => status !== 'ended');
    if (settled.status !== 'signed-in' || settled.user.id !== before?.id) throw new SignedOutError();
  };

  const start = async () => {
    if (state.get().status === 'unreachable') state.set({ status: 'starting' });
    try {
      applyTokens(await tokenSource.fetchTokens());
    } catch {
      if (userOf(state.get()) === undefined) state.set({ status: 'unreachable' });
    }
  };

  const signedIn = async () => {
    await start();
    otherTabs.broadcast('signed-in');
  };

  const removeTokens = async () => {
    // A renewal that settles later would store its tokens again.
    await Promise.allSettled([renewal]);
    await tokenSource.removeTokens();
  };

  const replaceTokens = async (signIn: () => Promise<unknown>) => {
    await removeTokens();
    try {
      await signIn();
    } finally {
      // Without new tokens the session ends and the page asks for the password.
      await signedIn();
    }
  };

  const reauthenticate = async (signIn: () => Promise<unknown>) => {
    const replacing = replaceTokens(signIn);
    replacement = Promise.allSettled([replacing]);
    await replacing;
  };

  const signOut = async () => {
    await removeTokens();
    state.set({ status: 'signed-out' });
    otherTabs.broadcast('signed-out');
  };

  otherTabs.listen((event) => (event === 'signed-out' ? state.set({ status: 'signed-out' }) : void start()));

  return { state, accessToken, renewAccessToken, signInAgain, start, signedIn, reauthenticate, signOut };
};
