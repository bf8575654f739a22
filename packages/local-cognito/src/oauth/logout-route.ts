import { sendRedirect } from '../http/redirect.ts';
import type { Route } from '../http/route.ts';
import { sendText } from '../http/send.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { findRedirect } from './authorization-request.ts';

const unknownAddress = `You are signed out, but this page cannot lead back to the app. The app must send a client_id of this pool together with one of that client's logoutUrls.

Compare client_id and logout_uri in the address of this page with the settings of the pool. They must match exactly.
`;

/**
 * Cognito's logout endpoint. There is no session cookie to clear: it only redirects to `logout_uri` or, with
 * `redirect_uri`, to a new sign-in.
 */
export const createLogoutRoute = (settings: PoolSettings): Route => ({
  method: 'GET',
  path: '/logout',
  handle: (_request, response, { searchParams, search }) => {
    const logout = findRedirect(settings, searchParams, 'logoutUrls', 'logout_uri');
    if (logout !== undefined) return sendRedirect(response, logout.redirectUri);
    const signIn = findRedirect(settings, searchParams, 'callbackUrls', 'redirect_uri');
    if (signIn === undefined || searchParams.has('logout_uri'))
      return sendText(response, 400, unknownAddress);
    sendRedirect(response, `/oauth2/authorize${search}`);
  },
});
