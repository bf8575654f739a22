import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { assertWritableByAdministrator, attributeListSchema } from '../users/attribute-schema.ts';
import { updateAttributes } from '../users/attribute-updates.ts';
import { toAttributes } from '../users/user-attributes.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributes: attributeListSchema,
});

type Dependencies = Parameters<typeof updateAttributes>[0];

/** Changes attributes of a user, including `email_verified`. */
export const createAdminUpdateUserAttributes = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ UserAttributes }, user) => {
    const changes = toAttributes(UserAttributes);
    assertWritableByAdministrator(Object.keys(changes), pool.settings);
    updateAttributes(pool, user, changes);
    return {};
  });
