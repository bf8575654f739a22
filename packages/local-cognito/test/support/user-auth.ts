import type {
  ChallengeNameType,
  CognitoIdentityProvider,
  InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { startWithAnn } from './administered-pool.ts';
import { appCode } from './authenticator-app.ts';
import { ann } from './people.ts';
import type { TestPool } from './start-test-pool.ts';

const STEP = 30_000;

/** The level of a number, by its default name. */
export const acr = (level: number): string => `urn:cognito:loa:${level}`;

const setUpApp = async (pool: TestPool, admin: CognitoIdentityProvider, AccessToken: string) => {
  const { SecretCode = '' } = await admin.associateSoftwareToken({ AccessToken });
  await admin.verifySoftwareToken({ AccessToken, UserCode: appCode(SecretCode, pool.time()) });
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await admin.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings });
  pool.advanceClock(2 * STEP);
  return SecretCode;
};

/** A pool with one user, who signs in by the flow USER_AUTH. */
export const startUserAuth = async (poolConfig = {}) => {
  const { pool, admin, sub } = await startWithAnn(poolConfig);
  const ClientId = pool.userPoolClientId;
  const initiate = (parameters: Record<string, string> = {}) =>
    admin.initiateAuth({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ann.email, ...parameters },
    });
  return {
    pool,
    admin,
    initiate,
    /** The access token of a sign-in with a password. */
    signIn: async () => (await pool.issueTokens({ sub })).accessToken,
    setUpApp: async () => setUpApp(pool, admin, (await pool.issueTokens({ sub })).accessToken),
    withPassword: (parameters: Record<string, string> = {}) =>
      initiate({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: ann.password, ...parameters }),
    respond: (
      { Session }: Pick<InitiateAuthCommandOutput, 'Session'>,
      ChallengeName: ChallengeNameType,
      responses: Record<string, string>,
    ) =>
      admin.respondToAuthChallenge({
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: ann.email, ...responses },
      }),
  };
};

/** The claims about the authentication in the access token of a response. */
export const proofOf = ({
  AuthenticationResult,
}: Pick<InitiateAuthCommandOutput, 'AuthenticationResult'>) => {
  const claims = decodeJwt(AuthenticationResult?.AccessToken ?? '');
  return { acr: claims.acr, amr: claims.amr };
};
