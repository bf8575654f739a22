import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import { loginsSchema } from '../identity-pool/authenticate-login.ts';
import type { IdentityPool } from '../identity-pool/identity-pool.ts';

const requestSchema = z.object({ IdentityPoolId: z.string().min(1).max(55), Logins: loginsSchema });

/** Returns the identity of the bearer of the ID token. Creates it the first time. */
export const createGetId = ({ settings, identities, authenticateLogin }: IdentityPool): Action =>
  defineAction(requestSchema, async ({ IdentityPoolId, Logins }) => {
    if (IdentityPoolId !== settings.identityPoolId) {
      throw resourceNotFound(`IdentityPool '${IdentityPoolId}' not found.`);
    }
    const { sub } = await authenticateLogin(Logins);
    return { IdentityId: identities.findOrCreate(sub) };
  });
