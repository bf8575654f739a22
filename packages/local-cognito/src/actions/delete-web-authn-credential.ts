import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import type { Passkeys } from '../passkeys/passkeys.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, CredentialId: z.string().min(1).max(4096) });

/** Removes a passkey of the bearer of the access token. */
export const createDeleteWebAuthnCredential = ({
  authenticate,
  passkeys,
}: {
  authenticate: Authenticate;
  passkeys: Passkeys;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken, CredentialId }) => {
    const { sub } = await authenticate(AccessToken);
    if (!passkeys.remove(sub, CredentialId)) throw resourceNotFound('The passkey does not exist.');
    return {};
  });
