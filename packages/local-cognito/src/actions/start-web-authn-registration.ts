import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Passkeys } from '../passkeys/passkeys.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Starts the registration of a passkey. Returns the options for the browser. */
export const createStartWebAuthnRegistration = ({
  authenticateSession,
  passkeys,
}: {
  authenticateSession: AuthenticateSession;
  passkeys: Passkeys;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { user, client } = await authenticateSession(AccessToken);
    return { CredentialCreationOptions: await passkeys.enrolment.begin(user, client.clientId) };
  });
