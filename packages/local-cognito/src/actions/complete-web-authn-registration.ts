import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { registrationSchema } from '../passkeys/credential-schema.ts';
import type { Passkeys } from '../passkeys/passkeys.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, Credential: registrationSchema });

/** Stores the passkey that the browser created. */
export const createCompleteWebAuthnRegistration = ({
  authenticateSession,
  passkeys,
}: {
  authenticateSession: AuthenticateSession;
  passkeys: Passkeys;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken, Credential }) => {
    const { user, client } = await authenticateSession(AccessToken);
    await passkeys.enrolment.complete({ sub: user.sub, clientId: client.clientId }, Credential);
    return {};
  });
