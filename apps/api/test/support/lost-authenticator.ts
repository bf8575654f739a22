import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PasswordChallenge, PasswordProof } from '@share-my-files/contract';
import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { createSrpSession, signSrpSession } from 'cognito-srp-helper';
import { appCode } from '../../../../packages/local-cognito/test/support/authenticator-app.ts';
import { formatTimestamp } from '../../../../packages/local-cognito/test/support/srp-client.ts';
import type { TestApi } from './start-test-api.ts';
import { password, type TestUser } from './test-users.ts';

/** Settings of a pool in which users can set up an authenticator app. */
export const poolWithAuthenticators: UserPoolConfig = {
  mfaConfiguration: 'OPTIONAL',
  enabledMfas: ['SOFTWARE_TOKEN_MFA'],
  clients: [
    {
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      preventUserExistenceErrors: 'ENABLED',
    },
  ],
};

const openPool = ({ cognito }: TestApi) =>
  new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: cognito.endpoint });

/** Sets up an authenticator app, as the web app does it. */
export const setUpAuthenticator = async (
  api: TestApi,
  { accessToken: AccessToken }: TestUser,
): Promise<void> => {
  const pool = openPool(api);
  const { SecretCode = '' } = await pool.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = appCode(SecretCode, Date.now());
  await pool.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await pool.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
};

/** Proves a password by SRP through the API. */
export const provePassword = async (
  { anonymous, cognito }: TestApi,
  email: string,
  typed = password,
  now = Date.now(),
): Promise<PasswordProof> => {
  const timestamp = formatTimestamp(new Date(now));
  const session = { ...createSrpSession(email, typed, cognito.userPoolId, false), timestamp };
  const response = await anonymous
    .call('startRecovery', { body: { email, srpA: session.largeA } })
    .expect(200);
  const { userId, salt, srpB, secretBlock }: PasswordChallenge = response.body;
  const { passwordSignature: signature } = signSrpSession(session, {
    ChallengeParameters: { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock, USER_ID_FOR_SRP: userId },
  });
  return { userId, secretBlock, signature, timestamp };
};

/** Redeems a code with the password. */
export const redeem = async (api: TestApi, email: string, code: string, typed?: string, now?: number) =>
  api.anonymous.call('redeemRecoveryCode', {
    body: { code, proof: await provePassword(api, email, typed, now) },
  });

/** Creates a user with an authenticator app and recovery codes. */
export const createProtectedUser = async (api: TestApi) => {
  const user = await api.createUser();
  await setUpAuthenticator(api, user);
  const { body } = await user.call('createRecoveryCodes').expect(201);
  const codes: string[] = body.codes;
  return { ...user, codes, codeAt: (index: number) => codes[index] ?? '' };
};

/** Signs in with the password; resolves to the challenge that follows, or `undefined` after the sign-in. */
export const signInWithPassword = async (api: TestApi, email: string): Promise<string | undefined> => {
  const answer = await openPool(api).send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: api.cognito.userPoolClientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  return answer.ChallengeName;
};
