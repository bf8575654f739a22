import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';
import { type ChallengeResponders, createRespondToAuthChallenge } from './respond-to-auth-challenge.ts';

const requestSchema = z.looseObject({ UserPoolId: userPoolId });

type Dependencies = Pick<UserPool, 'findClient' | 'settings'>;

/** RespondToAuthChallenge for servers, which name the pool as well. */
export const createAdminRespondToAuthChallenge = (
  pool: Dependencies,
  responders: ChallengeResponders,
): Action => {
  const respond = createRespondToAuthChallenge(pool, responders);
  return definePoolAction(pool, requestSchema, ({ UserPoolId: _, ...request }) => respond(request));
};
