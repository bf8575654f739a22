import type { UserPoolClient } from '../settings/client-settings.ts';
import type { AuthenticationResult } from '../tokens/sessions.ts';

/** Every ChallengeName of the API model. */
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

/** The first factors as AvailableChallenges and PREFERRED_CHALLENGE name them. */
export type FirstFactorName = 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP' | 'WEB_AUTHN';

/** A device that the client may confirm by ConfirmDevice, to be remembered. */
export type NewDeviceMetadata = { DeviceKey: string; DeviceGroupKey: string };

/** The next challenge; `Session` is the handle under which it is to be answered. */
export type ChallengeReply = {
  ChallengeName: ChallengeName;
  ChallengeParameters: Record<string, string>;
  Session?: string;
  AvailableChallenges?: FirstFactorName[];
};

/** What InitiateAuth and RespondToAuthChallenge reply: tokens, or the next challenge. */
export type AuthReply =
  | {
      AuthenticationResult: AuthenticationResult & { NewDeviceMetadata?: NewDeviceMetadata };
      ChallengeParameters: Record<string, never>;
    }
  | ChallengeReply;

/** A request of InitiateAuth; nothing in it is checked but the client. */
export type AuthRequest = { client: UserPoolClient; parameters: Record<string, string>; session?: string };

/** One AuthFlow of InitiateAuth. */
export type AuthFlow = (request: AuthRequest) => AuthReply | Promise<AuthReply>;

/** A request of RespondToAuthChallenge; nothing in it is checked but the client. */
export type ChallengeAnswer = { client: UserPoolClient; responses: Record<string, string>; session?: string };

/** One challenge of RespondToAuthChallenge. */
export type ChallengeResponder = (answer: ChallengeAnswer) => AuthReply | Promise<AuthReply>;

/** The challenges that the pool can pose. */
export type ChallengeResponders = Partial<Record<ChallengeName, ChallengeResponder>>;
