import { CognitoError, incorrectUsernameOrPassword, notAuthorized, userNotConfirmed } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { AuthResponse, IssuedChallenge, NewDeviceMetadata } from './auth-flow.ts';
import type { SignIn } from './auth-sessions.ts';
import { provenMethods, reachesTarget } from './proven-methods.ts';

/**
 * Issues a challenge if the sign-in requires another proof before tokens. Throws if the sign-in is not
 * allowed.
 */
export type SignInStep = (signIn: SignIn, user: User) => IssuedChallenge | undefined;

/**
 * Continues a sign-in after a proof with the next challenge or tokens. Every responder calls it after a right
 * response.
 */
export type CompleteSignIn = (signIn: SignIn) => Promise<AuthResponse>;

/** The device that the tokens are bound to, with its metadata if it is new. */
type SignInDevice = { deviceKey: string; newDevice?: NewDeviceMetadata };

/** Finds or creates the device of a sign-in. Returns undefined if the pool does not remember devices. */
export type DeviceOfSignIn = (signIn: SignIn, user: User) => SignInDevice | undefined;

type Dependencies = {
  users: UserRepository;
  sessions: Sessions;
  /** In the order of their challenges. */
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
 * Completes every sign-in. Reads the state of the account each time, so that an administrator's changes
 * during the sign-in apply.
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
    if (!reachesTarget(signIn)) throw notAuthorized('The requested authentication level was not reached.');
    const device = deviceOf?.(signIn, user);
    const result = await sessions.start(user, signIn.client, {
      deviceKey: device?.deviceKey ?? null,
      methods: provenMethods(signIn),
    });
    return {
      AuthenticationResult: { ...result, ...(device?.newDevice && { NewDeviceMetadata: device.newDevice }) },
      ChallengeParameters: {},
    };
  };
