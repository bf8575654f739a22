import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { registrationSchema } from '../passkeys/credential-schema.ts';
import type { UserPool } from '../user-pool.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, Credential: registrationSchema });

/** Keeps the passkey that the browser made. */
export const createCompleteWebAuthnRegistration = ({
  authenticate,
  passkeys,
}: Pick<UserPool, 'authenticate' | 'passkeys'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, Credential }) => {
    await passkeys.enrolment.complete(await authenticate(AccessToken), Credential);
    return {};
  });
