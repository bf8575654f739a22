import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Begins the registration of a passkey: gives the options for the browser. */
export const createStartWebAuthnRegistration = ({
  authenticateSession,
  passkeys,
}: Pick<UserPool, 'authenticateSession' | 'passkeys'>): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { user, client } = await authenticateSession(AccessToken);
    return { CredentialCreationOptions: await passkeys.enrolment.begin(user, client.clientId) };
  });
