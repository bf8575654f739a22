import {
  AdminDeleteSoftwareTokenCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthenticationResultType,
  type ChallengeNameType,
  type CognitoIdentityProviderClient,
  InvalidParameterException,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  type PasswordChallenge,
  type PasswordProof,
  passwordChallengeSchema,
  type StartRecovery,
} from '@share-my-files/contract';
import { conflict, recoveryRejected } from '#errors.ts';
import { ignoreMissingUser, isRejection, throwUnavailable } from './user-pool-errors.ts';

/** What a lost authenticator app needs from Cognito; all but an outage and a conflict is `recovery_rejected`. */
export type UserPoolRecovery = {
  startPasswordProof: (start: StartRecovery) => Promise<PasswordChallenge>;
  /** Throws unless the password is right; throws `conflict` if Cognito then asks for no authenticator app. */
  requirePassword: (proof: PasswordProof) => Promise<void>;
  /** Deletes the authenticator app. Idempotent. */
  removeAuthenticator: (userId: string) => Promise<void>;
};

type PoolIds = { userPoolId: string; clientId: string };

const throwRejected = (error: unknown): never => {
  if (isRejection(error) || error instanceof InvalidParameterException) throw recoveryRejected(error);
  return throwUnavailable(error);
};

const toChallenge = (parameters: Record<string, string> = {}): PasswordChallenge =>
  passwordChallengeSchema.parse({
    userId: parameters.USER_ID_FOR_SRP,
    salt: parameters.SALT,
    srpB: parameters.SRP_B,
    secretBlock: parameters.SECRET_BLOCK,
  });

type Challenge = {
  ChallengeName?: ChallengeNameType | undefined;
  ChallengeParameters?: Record<string, string> | undefined;
};

// Cognito asks for a second factor only after the right password.
const asksForAuthenticator = ({ ChallengeName, ChallengeParameters }: Challenge): boolean =>
  ChallengeName === 'SOFTWARE_TOKEN_MFA' ||
  (ChallengeName === 'SELECT_MFA_TYPE' &&
    (ChallengeParameters?.MFAS_CAN_CHOOSE ?? '').includes('SOFTWARE_TOKEN_MFA'));

/** Calls that need the permissions of the API. It passes the messages of SRP on, and never sees a password. */
export const createUserPoolRecovery = (
  cognito: CognitoIdentityProviderClient,
  { userPoolId: UserPoolId, clientId: ClientId }: PoolIds,
): UserPoolRecovery => {
  const discard = async (tokens: AuthenticationResultType | undefined): Promise<void> => {
    if (tokens?.RefreshToken === undefined) return;
    const revoke = new RevokeTokenCommand({ ClientId, Token: tokens.RefreshToken });
    await cognito.send(revoke).catch(throwUnavailable);
  };

  return {
    startPasswordProof: async ({ email, srpA }) => {
      const command = new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: email, SRP_A: srpA },
      });
      const { ChallengeParameters } = await cognito.send(command).catch(throwRejected);
      return toChallenge(ChallengeParameters);
    },

    requirePassword: async ({ userId, secretBlock, signature, timestamp }) => {
      const command = new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME: userId,
          PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
          PASSWORD_CLAIM_SIGNATURE: signature,
          TIMESTAMP: timestamp,
        },
      });
      const answer = await cognito.send(command).catch(throwRejected);
      if (asksForAuthenticator(answer)) return;
      await discard(answer.AuthenticationResult);
      throw conflict('This account has no authenticator app. Sign in with your password.');
    },

    removeAuthenticator: async (Username) => {
      await cognito
        .send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username }))
        .catch(ignoreMissingUser);
    },
  };
};
