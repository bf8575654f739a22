import type { PoolSettings } from '../settings/pool-settings.ts';
import { splitScope } from '../tokens/scopes.ts';
import type { TokenIssuer } from '../tokens/token-issuer.ts';
import type { Grant } from './grant.ts';
import { OAuthError } from './oauth-error.ts';

/** Issues an access token to a client with a secret, for scopes of resource servers only. */
export const createClientCredentialsGrant = ({
  settings,
  tokenIssuer,
}: {
  settings: PoolSettings;
  tokenIssuer: TokenIssuer;
}): Grant => {
  const known = settings.resourceServers.flatMap(({ identifier, scopes }) =>
    scopes.map(({ scopeName }) => `${identifier}/${scopeName}`),
  );
  return async (client, form) => {
    if (!client.allowedOAuthFlows.includes('client_credentials')) {
      throw new OAuthError('unauthorized_client', 'The client may not use the client credentials grant.');
    }
    const allowed = client.allowedOAuthScopes.filter((scope) => known.includes(scope));
    const asked = splitScope(form.scope ?? '');
    if (!asked.every((scope) => allowed.includes(scope))) {
      throw new OAuthError('invalid_scope', 'The client may not request these scopes.');
    }
    const scope = (asked.length === 0 ? allowed : asked).join(' ');
    return {
      access_token: await tokenIssuer.issueToClient(client, scope),
      token_type: 'Bearer',
      expires_in: client.accessTokenValiditySeconds,
    };
  };
};
