import { CognitoError } from '../errors.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { type Grant, toTokenResponse } from './grant.ts';
import { OAuthError } from './oauth-error.ts';

/** Refreshes a session. With rotation, the response contains the next refresh token. RFC 6749, section 6. */
export const createRefreshTokenGrant =
  ({ sessions }: { sessions: Sessions }): Grant =>
  async (client, { refresh_token: token }) => {
    if (token === undefined) throw new OAuthError('invalid_request', 'refresh_token is missing.');
    try {
      return toTokenResponse(await sessions.refresh(client, token));
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      throw Object.assign(new OAuthError('invalid_grant', error.message), { cause: error });
    }
  };
