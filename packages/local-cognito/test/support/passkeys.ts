import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { callRaw } from './call.ts';
import { ann } from './people.ts';
import { startTestPool, type TestPool } from './start-test-pool.ts';

type Options = { challenge: string; [member: string]: unknown };

/** The passkey actions of the bearer of an access token. */
export const passkeysOf = (pool: TestPool, AccessToken: string) => {
  const call = (action: string, members: object = {}) =>
    callRaw(pool, action, JSON.stringify({ AccessToken, ...members }));
  return {
    start: async () => {
      const { body } = await call('StartWebAuthnRegistration');
      return body.CredentialCreationOptions as Options;
    },
    call,
    complete: (Credential: object) => call('CompleteWebAuthnRegistration', { Credential }),
    list: async (members: object = {}) => {
      const { body } = await call('ListWebAuthnCredentials', members);
      return body as { Credentials: { CredentialId: string; CreatedAt: number }[]; NextToken?: string };
    },
  };
};

/** A pool with one user, and the user's passkeys. */
export const startPoolWithAnn = async (config: UserPoolConfig = {}) => {
  const pool = await startTestPool(config);
  const { accessToken } = await pool.issueTokens(await pool.createConfirmedUser(ann));
  return { pool, passkeys: passkeysOf(pool, accessToken) };
};

/** The response with an exception of this name. */
export const refusal = (name: string) => ({ status: 400, body: { __type: name } });
