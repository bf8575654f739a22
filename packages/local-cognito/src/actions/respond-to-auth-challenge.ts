import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { invalidSession } from '../errors.ts';
import { type ChallengeName, type ChallengeResponder, challengeNames } from '../sign-in/auth-flow.ts';
import { clientId, parameterMap, session } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  ChallengeName: z.enum(challengeNames),
  ChallengeResponses: parameterMap.default({}),
  Session: session.optional(),
});

/** The challenges that the pool's flows can pose. */
export type ChallengeResponders = Partial<Record<ChallengeName, ChallengeResponder>>;

/** Takes the answer to a challenge; the reply is tokens or the next challenge. */
export const createRespondToAuthChallenge = (
  { findClient }: Pick<UserPool, 'findClient'>,
  responders: ChallengeResponders,
): Action =>
  defineAction(requestSchema, ({ ClientId, ChallengeName, ChallengeResponses, Session }) => {
    const client = findClient(ClientId);
    assertSecretHash(client, ChallengeResponses.USERNAME ?? '', ChallengeResponses.SECRET_HASH);
    const respond = responders[ChallengeName];
    // No session can be waiting for a challenge that is never posed.
    if (respond === undefined) throw invalidSession();
    return respond({ client, responses: ChallengeResponses, ...(Session && { session: Session }) });
  });
