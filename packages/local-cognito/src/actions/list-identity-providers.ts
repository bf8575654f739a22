import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { pageOf } from '../store/page.ts';
import { definePoolAction } from './admin-action.ts';
import { limit, pageToken, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, MaxResults: limit, NextToken: pageToken });

/** Lists the identity providers by name. */
export const createListIdentityProviders = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ MaxResults, NextToken }) => {
    const { items, next } = pageOf(pool.settings.identityProviders, ({ providerName }) => providerName, {
      limit: MaxResults,
      token: NextToken,
    });
    return {
      Providers: items.map(({ providerName, providerType }) => ({
        ProviderName: providerName,
        ProviderType: providerType,
      })),
      ...(next && { NextToken: next }),
    };
  });
