import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { resourceNotFound } from '../errors.ts';
import type { UserPool } from '../user-pool.ts';
import { type ChallengeResponders, createRespondToAuthChallenge } from './respond-to-auth-challenge.ts';

const requestSchema = z.looseObject({ UserPoolId: z.string() });

type Dependencies = Pick<UserPool, 'findClient' | 'settings'>;

/** RespondToAuthChallenge for servers, which name the pool as well. */
export const createAdminRespondToAuthChallenge = (
  { findClient, settings }: Dependencies,
  responders: ChallengeResponders,
): Action => {
  const respond = createRespondToAuthChallenge({ findClient }, responders);
  return defineAction(requestSchema, ({ UserPoolId, ...request }) => {
    if (UserPoolId !== settings.userPoolId) throw resourceNotFound(`User pool ${UserPoolId} does not exist.`);
    return respond(request);
  });
};
