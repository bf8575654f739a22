import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { invalidSession } from '../errors.ts';
import { type ChallengeResponders, challengeNames } from '../sign-in/auth-flow.ts';
import { clientId, parameterMap, session } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  ChallengeName: z.enum(challengeNames),
  ChallengeResponses: parameterMap.default({}),
  Session: session.optional(),
});

/** Checks the response to a challenge. Returns tokens or the next challenge. */
export const createRespondToAuthChallenge = (
  { findClient }: { findClient: FindClient },
  responders: ChallengeResponders,
): Action =>
  defineAction(requestSchema, ({ ClientId, ChallengeName, ChallengeResponses, Session }) => {
    const client = findClient(ClientId);
    assertSecretHash(client, ChallengeResponses.USERNAME ?? '', ChallengeResponses.SECRET_HASH);
    const respond = responders[ChallengeName];
    // No session waits for a challenge that the pool never issues.
    if (respond === undefined) throw invalidSession();
    return respond({ client, responses: ChallengeResponses, ...(Session && { session: Session }) });
  });
