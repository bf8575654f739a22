import { createSessionCredentials } from '@share-my-files/local-s3/session-credentials';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { notAuthorized } from '../errors.ts';
import { loginsSchema } from '../identity-pool/authenticate-login.ts';
import type { IdentityPool } from '../identity-pool/identity-pool.ts';
import { resolvePolicyVariables } from '../identity-pool/policy-variables.ts';

const requestSchema = z.object({ IdentityId: z.string().min(1).max(55), Logins: loginsSchema });

/** Issues temporary credentials for the user's own prefix of the bucket only. */
export const createGetCredentialsForIdentity = ({
  settings,
  identities,
  authenticateLogin,
  now,
}: IdentityPool): Action =>
  defineAction(requestSchema, async ({ IdentityId, Logins }) => {
    const claims = await authenticateLogin(Logins);
    if (identities.find(claims.sub) !== IdentityId) throw notAuthorized('Logins do not match the identity.');
    const { bucket, sessionKey, credentialsValiditySeconds } = settings;
    const expiresAt = now() + credentialsValiditySeconds * 1000;
    const policy = { bucket, prefix: resolvePolicyVariables(settings, IdentityId, claims), expiresAt };
    const { accessKeyId, secretAccessKey, sessionToken } = createSessionCredentials(sessionKey, policy);
    return {
      IdentityId,
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: expiresAt / 1000,
      },
    };
  });
