import type { UserPoolClient } from '../settings/client-settings.ts';
import type { AuthenticationResult } from '../tokens/sessions.ts';
import type { OAuthParameters } from './oauth-parameters.ts';

/** The response of the token endpoint: RFC 6749, section 5.1, and OpenID Connect Core, section 3.1.3.3. */
export type TokenResponse = {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  token_type: 'Bearer';
  expires_in: number;
};

/** A grant type. Throws an OAuthError if the client gets no tokens. */
export type Grant = (client: UserPoolClient, form: OAuthParameters) => Promise<TokenResponse>;

/** Maps the tokens of the sign-in API to the response of the token endpoint. */
export const toTokenResponse = (result: AuthenticationResult): TokenResponse => ({
  access_token: result.AccessToken,
  ...(result.IdToken !== undefined && { id_token: result.IdToken }),
  ...(result.RefreshToken !== undefined && { refresh_token: result.RefreshToken }),
  token_type: result.TokenType,
  expires_in: result.ExpiresIn,
});
