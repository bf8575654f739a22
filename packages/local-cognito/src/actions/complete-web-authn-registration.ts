import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { registrationSchema } from '../passkeys/credential-schema.ts';
import type { UserPool } from '../user-pool.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, Credential: registrationSchema });

/** Keeps the passkey that the browser made. */
export const createCompleteWebAuthnRegistration = ({
  authenticate,
  passkeyEnrolment,
}: Pick<UserPool, 'authenticate' | 'passkeyEnrolment'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, Credential }) => {
    await passkeyEnrolment.complete(await authenticate(AccessToken), Credential);
    return {};
  });
