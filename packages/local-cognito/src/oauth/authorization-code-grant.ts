import { createHash } from 'node:crypto';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { AuthorizationCodes, StoredCode } from './authorization-codes.ts';
import { type Grant, toTokenResponse } from './grant.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthParameters } from './oauth-parameters.ts';

type Dependencies = { users: UserRepository; sessions: Sessions } & {
  authorizationCodes: AuthorizationCodes;
};

const refused = (reason: string) => new OAuthError('invalid_grant', reason);

const isVerifierOf = (challenge: string, verifier: string): boolean => {
  const hash = createHash('sha256').update(verifier).digest('base64url');
  return isEqualTimingSafe(hash, challenge);
};

/** RFC 7636, sections 4.1 and 4.6; RFC 9700, section 4.8.2: no verifier without a challenge. */
const assertVerifier = (challenge: string | undefined, verifier: string | undefined): void => {
  if (challenge === undefined && verifier === undefined) return;
  const isWellFormed = verifier !== undefined && /^[\w.~-]{43,128}$/.test(verifier);
  if (challenge === undefined || !isWellFormed || !isVerifierOf(challenge, verifier)) {
    throw refused('code_verifier does not match the code.');
  }
};

const assertBelongs = (stored: StoredCode, client: UserPoolClient, form: OAuthParameters): void => {
  if (stored.clientId !== client.clientId) throw refused('The code was issued to another client.');
  if (stored.redirectUri !== form.redirect_uri)
    throw refused('redirect_uri differs from that of the authorization request.');
  assertVerifier(stored.codeChallenge, form.code_verifier);
};

/**
 * Exchanges a code once. A second use ends the session of the first, because the code was stolen: RFC 6749,
 * section 4.1.2.
 */
export const createAuthorizationCodeGrant =
  ({ authorizationCodes, users, sessions }: Dependencies): Grant =>
  async (client, form) => {
    if (!client.allowedOAuthFlows.includes('code')) {
      throw new OAuthError('unauthorized_client', 'The client may not use the authorization code grant.');
    }
    const { code } = form;
    if (code === undefined) throw new OAuthError('invalid_request', 'code is missing.');
    const stored = authorizationCodes.find(code);
    if (stored === undefined) throw refused('The code is unknown or has expired.');
    assertBelongs(stored, client, form);
    if (stored.originJti !== null) {
      sessions.end(stored.originJti);
      throw refused('The code has already been used.');
    }
    const user = users.findBySub(stored.sub);
    if (user?.isEnabled !== true) throw refused('The user is disabled.');
    const { scope, nonce } = stored;
    const result = await sessions.start(user, client, {
      scope,
      isOAuth: true,
      methods: ['fed'],
      ...(nonce !== undefined && { nonce }),
      withinTransaction: ({ originJti }) => authorizationCodes.markUsed(code, originJti),
    });
    return toTokenResponse(result);
  };
