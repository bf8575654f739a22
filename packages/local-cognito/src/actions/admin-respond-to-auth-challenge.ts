import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeResponders } from '../sign-in/auth-flow.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';
import { createRespondToAuthChallenge } from './respond-to-auth-challenge.ts';

const requestSchema = z.looseObject({ UserPoolId: userPoolId });

type Dependencies = { findClient: FindClient; settings: PoolSettings };

/** RespondToAuthChallenge for servers, which also name the pool. */
export const createAdminRespondToAuthChallenge = (
  pool: Dependencies,
  responders: ChallengeResponders,
): Action => {
  const respond = createRespondToAuthChallenge(pool, responders);
  return definePoolAction(pool, requestSchema, ({ UserPoolId: _, ...request }) => respond(request));
};
