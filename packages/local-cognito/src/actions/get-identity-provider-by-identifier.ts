import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, IdpIdentifier: z.string().min(1).max(40) });

/** Throws ResourceNotFoundException: no provider of this server has an identifier. */
export const createGetIdentityProviderByIdentifier = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ IdpIdentifier }) => {
    throw resourceNotFound(`Identity provider ${IdpIdentifier} does not exist.`);
  });
