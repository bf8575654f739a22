import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { notAuthorized } from '../errors.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, session } from './request-fields.ts';

const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
] as const;

const requestSchema = z.object({
  ClientId: clientId,
  ChallengeName: z.enum(challengeNames),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  Session: session.optional(),
});

/** The challenges that the pool's flows can pose. */
export type ChallengeResponders = Partial<Record<(typeof challengeNames)[number], ChallengeResponder>>;

/** Takes the answer to a challenge; the reply is tokens or the next challenge. */
export const createRespondToAuthChallenge = (
  { findClient }: Pick<UserPool, 'findClient'>,
  responders: ChallengeResponders,
): Action =>
  defineAction(requestSchema, ({ ClientId, ChallengeName, ChallengeResponses, Session }) => {
    const client = findClient(ClientId);
    const respond = responders[ChallengeName];
    // No session can be waiting for a challenge that is never posed.
    if (respond === undefined) throw notAuthorized('Invalid session for the user.');
    return respond({ client, responses: ChallengeResponses, ...(Session && { session: Session }) });
  });
