import { CognitoError, incorrectUsernameOrPassword, notAuthorized, userNotConfirmed } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { AuthReply, ChallengeReply, NewDeviceMetadata } from './auth-flow.ts';
import type { SignIn } from './auth-sessions.ts';

/** Poses a challenge if the sign-in needs one more proof before tokens, or throws if it can go no further. */
export type SignInStep = (signIn: SignIn, user: User) => ChallengeReply | undefined;

/**
 * Goes on with a sign-in after a proof: gives the next challenge, or tokens. Every responder whose answer was
 * right calls it with what is proven by then.
 */
export type CompleteSignIn = (signIn: SignIn) => Promise<AuthReply>;

/** The device that the tokens are bound to, and what the client must be told of it if it is new. */
type SignInDevice = { deviceKey: string; newDevice?: NewDeviceMetadata };

/** Finds the device that a finished sign-in runs on, or makes a new one; nothing if devices are not remembered. */
export type DeviceOfSignIn = (signIn: SignIn, user: User) => SignInDevice | undefined;

type Dependencies = {
  users: UserRepository;
  sessions: Sessions;
  /** In the order in which their challenges come. */
  steps: readonly SignInStep[];
  deviceOf?: DeviceOfSignIn;
};

const assertMaySignIn = (user: User): void => {
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  if (user.status === 'RESET_REQUIRED') {
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  }
};

/**
 * Puts the end of every sign-in together. The state of the account is read anew each time: what an
 * administrator has changed since the first step counts.
 */
export const createCompleteSignIn =
  ({ users, sessions, steps, deviceOf }: Dependencies): CompleteSignIn =>
  async (signIn) => {
    const user = users.findBySub(signIn.account.sub);
    if (user === undefined || signIn.firstFactor === undefined) throw incorrectUsernameOrPassword();
    assertMaySignIn(user);
    for (const step of steps) {
      const challenge = step(signIn, user);
      if (challenge !== undefined) return challenge;
    }
    const device = deviceOf?.(signIn, user);
    const result = await sessions.start(user, signIn.client, {
      deviceKey: device?.deviceKey ?? null,
    });
    return {
      AuthenticationResult: { ...result, ...(device?.newDevice && { NewDeviceMetadata: device.newDevice }) },
      ChallengeParameters: {},
    };
  };
