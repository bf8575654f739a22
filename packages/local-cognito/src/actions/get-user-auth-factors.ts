import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { FirstFactor } from '../sign-in/first-factors.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { accountOf } from '../users/accounts.ts';
import { toMfaSettings } from './mfa-settings.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

type Dependencies = { authenticate: Authenticate; secondFactors: SecondFactors; settings: PoolSettings };

/** Returns the first and second factors that the signed-in user has set up. */
export const createGetUserAuthFactors = (
  { authenticate, secondFactors, settings }: Dependencies,
  firstFactors: readonly FirstFactor[],
): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const user = await authenticate(AccessToken);
    const configured = settings.allowedFirstAuthFactors.filter(
      (allowed) =>
        // Users of an external provider have none of the pool's own factors.
        user.status !== 'EXTERNAL_PROVIDER' &&
        firstFactors.some(({ setting, isAvailable }) => setting === allowed && isAvailable(accountOf(user))),
    );
    return {
      Username: user.username,
      ConfiguredUserAuthFactors: configured,
      ...toMfaSettings(secondFactors, user),
    };
  });
