import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { assertWritableBy, attributeName } from '../users/attribute-schema.ts';
import { updateAttributes } from '../users/attribute-updates.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, UserAttributeNames: z.array(attributeName) });

type Dependencies = { authenticateSession: AuthenticateSession } & Parameters<typeof updateAttributes>[0];

/** Removes attributes of the bearer of the access token, except required ones. */
export const createDeleteUserAttributes = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, UserAttributeNames }) => {
    const { user, client } = await pool.authenticateSession(AccessToken);
    assertWritableBy(client, UserAttributeNames, pool.settings);
    updateAttributes(pool, user, Object.fromEntries(UserAttributeNames.map((name) => [name, ''])));
    return {};
  });
