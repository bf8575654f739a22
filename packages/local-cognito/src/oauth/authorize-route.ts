import type { ServerResponse } from 'node:http';
import { sendRedirect, withParameters } from '../http/redirect.ts';
import type { Route } from '../http/route.ts';
import { sendText } from '../http/send.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { findRedirect, readAuthorizationRequest } from './authorization-request.ts';
import { OAuthError } from './oauth-error.ts';
import type { SignInRequests } from './sign-in-requests.ts';

const unknownRedirect = `This sign-in cannot start. The app must send a client_id of this pool together with one of that client's callbackUrls.

The app was not informed, because the redirect_uri may not be its own. Compare client_id and redirect_uri in the address of this page with the settings of the pool. They must match exactly.
`;

type Dependencies = { settings: PoolSettings; signInRequests: SignInRequests };

/**
 * The authorization endpoint of RFC 6749, section 3.1: redirects the user to the stand-in for an identity
 * provider. Errors go back to the app unless its redirect URI is unknown.
 */
export const createAuthorizeRoute = ({ settings, signInRequests }: Dependencies): Route => {
  const begin = (response: ServerResponse, query: URLSearchParams): void => {
    const redirect = findRedirect(settings, query, 'callbackUrls', 'redirect_uri');
    if (redirect === undefined) {
      sendText(response, 400, unknownRedirect);
      return;
    }
    try {
      const request = readAuthorizationRequest(settings, redirect, query);
      sendRedirect(response, `/identity-provider?request=${signInRequests.open(request)}`);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const refusal = { error: error.code, error_description: error.message };
      const state = query.get('state') ?? undefined;
      sendRedirect(response, withParameters(redirect.redirectUri, { ...refusal, state }));
    }
  };
  return {
    method: 'GET',
    path: '/oauth2/authorize',
    handle: (_request, response, { searchParams }) => begin(response, searchParams),
  };
};
