import { createIdentityProof } from './identity-proof.ts';
import { createObservable, type Observable } from './observable.ts';
import { SignedOutError } from './signed-out-error.ts';
import { createStepUp, type SecondSignIn, type StepUp } from './step-up.ts';
import { createTokenRequests } from './token-requests.ts';
import type { TokenSession } from './with-access-token.ts';

/**
 * The signed-in user from the ID token, for display only; `provider` is the label of the identity provider that the user
 * signs in with instead of a password.
 */
export type User = {
  id: string;
  email: string;
  isEmailVerified: boolean;
  name: string;
  provider?: string | undefined;
};

/** `authenticationAgeSeconds` is how long before these tokens, by Cognito's clock, the user signed in. */
export type Tokens = { accessToken: string; user: User; authenticationAgeSeconds: number };

/** The user pool. Resolves with `null` if nobody is signed in, and rejects if the pool is unreachable. */
export type TokenSource = {
  /** `rejected` is an access token that the API no longer accepts: the tokens are refreshed unless they differ by now. */
  fetchTokens(options?: { rejected: string }): Promise<Tokens | null>;
  /** A user of an identity provider also leaves Cognito's domain, which leads back to the page of the departure. */
  removeTokens(departure?: Departure): Promise<void>;
  /** Lets the user sign in while the present tokens stay valid. */
  beginSignIn(): Promise<SecondSignIn>;
};

/** How a session ends on all tabs of this browser. */
export type Departure = 'signed-out' | 'account-deleted';

export type SessionEvent = 'signed-in' | Departure;

/** The app in the other tabs of this browser, which share the tokens. */
export type OtherTabs = {
  broadcast(event: SessionEvent): void;
  listen(listener: (event: SessionEvent) => void): void;
};

export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable' }
  | { status: 'signed-out'; isAccountDeleted?: true }
  | { status: 'signed-in'; user: User }
  // The refresh token no longer works: the page stays as it is until the same user signs in again.
  | { status: 'ended'; user: User };

export type Session = TokenSession & {
  state: Pick<Observable<SessionState>, 'get' | 'subscribe'>;
  /** The question for a recent sign-in, for the dialog that asks it. */
  stepUp: Pick<StepUp, 'state' | 'confirm' | 'cancel'>;
  start(): Promise<void>;
  /** Call after a sign-in. */
  signedIn(): Promise<void>;
  /** Renews the tokens, which contain the name and the address of the user. Call after changing them. */
  reloadUser(): Promise<void>;
  /** Asks the user to prove their identity if the last sign-in is too old for a change at Cognito. */
  requireRecentSignIn(): Promise<void>;
  /** Replaces the tokens by a new sign-in of the same user; requests wait until it settles. */
  reauthenticate(signIn: () => Promise<unknown>): Promise<void>;
  /** Signs out on this device only. */
  signOut(): Promise<void>;
  /** Signs out because the account is deleted. Idempotent. */
  closeAccount(): Promise<void>;
};

export const userOf = (state: SessionState): User | undefined => ('user' in state ? state.user : undefined);

const isSameUser = (one: User | undefined, other: User | undefined): boolean =>
  one?.id === other?.id &&
  one?.name === other?.name &&
  one?.email === other?.email &&
  one?.isEmailVerified === other?.isEmailVerified;

const nextState = (state: SessionState, tokens: Tokens | null): SessionState => {
  if (tokens !== null) return { status: 'signed-in', user: tokens.user };
  return 'user' in state ? { status: 'ended', user: state.user } : { status: 'signed-out' };
};

/** The state of a session with its latest tokens. */
const createTokenState = () => {
  const state = createObservable<SessionState>({ status: 'starting' });
  let latest: Tokens | null = null;

  const apply = (tokens: Tokens | null) => {
    const present = state.get();
    const next = nextState(present, tokens);
    if (next.status !== present.status || !isSameUser(userOf(next), userOf(present))) state.set(next);
    latest = tokens;
  };

  const receive = async (fetching: Promise<Tokens | null>): Promise<string | null> => {
    const before = userOf(state.get());
    const tokens = await fetching;
    if (state.get().status === 'signed-out') throw new SignedOutError();
    apply(tokens);
    // Another tab has signed in as another user: requests of this one must not continue in their name.
    if (tokens !== null && before?.id !== tokens.user.id) throw new SignedOutError();
    return tokens?.accessToken ?? null;
  };

  return { state, apply, receive, latest: () => latest };
};

export const createSession = (tokenSource: TokenSource, otherTabs: OtherTabs): Session => {
  const { state, apply, receive, latest } = createTokenState();
  const { accessToken, renewAccessToken, reload, replaceTokens, settled } = createTokenRequests({
    fetchTokens: tokenSource.fetchTokens,
    receive,
    latestAccessToken: () => latest()?.accessToken,
  });
  const stepUp = createStepUp(tokenSource.beginSignIn);

  const start = async () => {
    if (state.get().status === 'unreachable') state.set({ status: 'starting' });
    try {
      apply(await tokenSource.fetchTokens());
    } catch {
      if (userOf(state.get()) === undefined) state.set({ status: 'unreachable' });
    }
  };

  const signedIn = async () => {
    await start();
    otherTabs.broadcast('signed-in');
  };

  const { proveIdentity, requireRecentSignIn } = createIdentityProof({
    stepUp,
    latest,
    accessToken,
    renewAccessToken,
    replaceTokens,
    signedIn,
  });

  const signInAgain = async () => {
    const before = userOf(state.get());
    const settled = await state.when(({ status }) => status !== 'ended');
    if (settled.status !== 'signed-in' || settled.user.id !== before?.id) throw new SignedOutError();
  };

  const reauthenticate = (signIn: () => Promise<unknown>) =>
    replaceTokens(async () => {
      await tokenSource.removeTokens();
      try {
        await signIn();
      } finally {
        // Without new tokens the session ends and the page asks for the password.
        await signedIn();
      }
    });

  const reloadUser = async () => {
    await reload();
    otherTabs.broadcast('signed-in');
  };

  const leave = (departure: Departure) => {
    stepUp.cancel();
    state.set({ status: 'signed-out', ...(departure === 'account-deleted' && { isAccountDeleted: true }) });
  };

  const depart = async (departure: Departure) => {
    // A renewal that settles later would store its tokens again.
    await settled();
    await tokenSource.removeTokens(departure);
    leave(departure);
    otherTabs.broadcast(departure);
  };

  const signOut = () => depart('signed-out');
  const closeAccount = async () => {
    if (state.get().status !== 'signed-out') await depart('account-deleted');
  };

  otherTabs.listen((event) => (event === 'signed-in' ? void start() : leave(event)));

  const requests = { accessToken, renewAccessToken, signInAgain, proveIdentity, requireRecentSignIn };
  return { ...requests, state, stepUp, start, signedIn, reloadUser, reauthenticate, signOut, closeAccount };
};
