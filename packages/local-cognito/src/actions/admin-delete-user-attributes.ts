import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { assertWritableByAdministrator, attributeName } from '../users/attribute-schema.ts';
import { updateAttributes } from '../users/attribute-updates.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributeNames: z.array(attributeName),
});

type Dependencies = Parameters<typeof updateAttributes>[0];

/** Removes attributes of a user, except required ones. */
export const createAdminDeleteUserAttributes = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ UserAttributeNames }, user) => {
    assertWritableByAdministrator(UserAttributeNames, pool.settings);
    updateAttributes(pool, user, Object.fromEntries(UserAttributeNames.map((name) => [name, ''])));
    return {};
  });
