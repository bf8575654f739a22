import type { UserPoolClient } from '../settings/client-settings.ts';
import type { AuthenticationResult } from '../tokens/sessions.ts';

/** The values of ChallengeName in the API model. */
export const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
] as const;

/** A challenge of the API model. */
type ChallengeName = (typeof challengeNames)[number];

/** The first factors in AvailableChallenges and PREFERRED_CHALLENGE. */
export type FirstFactorName = 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP' | 'WEB_AUTHN';

/** A new device, which the client may confirm by ConfirmDevice. */
export type NewDeviceMetadata = { DeviceKey: string; DeviceGroupKey: string };

/** The next challenge. `Session` is its handle. */
export type IssuedChallenge = {
  ChallengeName: ChallengeName;
  ChallengeParameters: Record<string, string>;
  Session?: string;
  AvailableChallenges?: FirstFactorName[];
};

/** The response of InitiateAuth and RespondToAuthChallenge: tokens or the next challenge. */
export type AuthResponse =
  | {
      AuthenticationResult: AuthenticationResult & { NewDeviceMetadata?: NewDeviceMetadata };
      ChallengeParameters: Record<string, never>;
    }
  | IssuedChallenge;

/** A request of InitiateAuth, of which only the client is validated. */
export type AuthRequest = { client: UserPoolClient; parameters: Record<string, string>; session?: string };

/** An AuthFlow of InitiateAuth. */
export type AuthFlow = (request: AuthRequest) => AuthResponse | Promise<AuthResponse>;

/** A request of RespondToAuthChallenge, of which only the client is validated. */
export type ChallengeAnswer = { client: UserPoolClient; responses: Record<string, string>; session?: string };

/** A challenge of RespondToAuthChallenge. */
export type ChallengeResponder = (answer: ChallengeAnswer) => AuthResponse | Promise<AuthResponse>;

/** The challenges that the pool can issue. */
export type ChallengeResponders = Partial<Record<ChallengeName, ChallengeResponder>>;
