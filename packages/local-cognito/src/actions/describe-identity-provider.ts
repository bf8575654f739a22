import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { describeProvider } from './provider-description.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, ProviderName: z.string().min(1).max(32) });

/** Returns an identity provider. Throws ResourceNotFoundException. */
export const createDescribeIdentityProvider = ({ settings }: { settings: PoolSettings }): Action =>
  definePoolAction({ settings }, requestSchema, ({ ProviderName }) => {
    const provider = settings.identityProviders.find(({ providerName }) => providerName === ProviderName);
    if (provider === undefined) throw resourceNotFound(`Identity provider ${ProviderName} does not exist.`);
    return { IdentityProvider: describeProvider(settings, provider) };
  });
