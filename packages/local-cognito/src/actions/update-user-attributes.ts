import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { attributeListSchema } from '../users/attribute-schema.ts';
import { updateAttributes } from '../users/attribute-updates.ts';
import { readClientAttributes } from '../users/user-attributes.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, UserAttributes: attributeListSchema });

type Dependencies = { authenticateSession: AuthenticateSession } & Parameters<typeof updateAttributes>[0];

/** Changes those attributes of the bearer of the access token that the client may write. */
export const createUpdateUserAttributes = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, UserAttributes }) => {
    const { user, client } = await pool.authenticateSession(AccessToken);
    const changes = readClientAttributes(UserAttributes, pool.settings, client);
    return { CodeDeliveryDetailsList: updateAttributes(pool, user, changes) };
  });
