import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Passkey } from '../passkeys/passkey-repository.ts';
import type { Passkeys } from '../passkeys/passkeys.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { token } from './request-fields.ts';

const MAXIMUM_RESULTS = 20;

const requestSchema = z.object({
  AccessToken: token,
  MaxResults: z.int().min(0).max(MAXIMUM_RESULTS).default(MAXIMUM_RESULTS),
  NextToken: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

const toDescription = (passkey: Passkey) => ({
  CredentialId: passkey.credentialId,
  FriendlyCredentialName: passkey.friendlyName,
  RelyingPartyId: passkey.relyingPartyId,
  ...(passkey.attachment !== null && { AuthenticatorAttachment: passkey.attachment }),
  AuthenticatorTransports: passkey.transports,
  CreatedAt: passkey.createdAt / 1000,
});

/** Lists the passkeys of the bearer of the access token, oldest first. */
export const createListWebAuthnCredentials = ({
  authenticate,
  passkeys,
}: {
  authenticate: Authenticate;
  passkeys: Passkeys;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken, MaxResults, NextToken }) => {
    const { sub } = await authenticate(AccessToken);
    const rest = passkeys.listOf(sub, Number(NextToken ?? 0));
    // The API model allows 0 without defining it.
    const page = rest.slice(0, MaxResults || MAXIMUM_RESULTS);
    const last = page.at(-1);
    return {
      Credentials: page.map(toDescription),
      ...(last && page.length < rest.length && { NextToken: String(last.position) }),
    };
  });
