import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { assertWritableBy, attributeListSchema } from '../users/attribute-schema.ts';
import { updateAttributes } from '../users/attribute-updates.ts';
import { toAttributes } from '../users/user-attributes.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, UserAttributes: attributeListSchema });

type Dependencies = Pick<UserPool, 'authenticateSession'> & Parameters<typeof updateAttributes>[0];

/** Changes attributes of the user who holds the access token, as far as the client may write them. */
export const createUpdateUserAttributes = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, UserAttributes }) => {
    const { user, client } = await pool.authenticateSession(AccessToken);
    const changes = toAttributes(UserAttributes);
    assertWritableBy(client, Object.keys(changes), pool.settings);
    return { CodeDeliveryDetailsList: updateAttributes(pool, user, changes) };
  });
