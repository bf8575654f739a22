import type { Route } from '../http/route.ts';
import { sendText } from '../http/send.ts';

const accepted = `Your browser accepts the certificate of the local sign-in server.

Return to the app and continue there.
`;

/** The page for a user who opens the TLS address once to accept its certificate. */
export const createCertificateRoute = (): Route => ({
  method: 'GET',
  path: '/certificate',
  handle: (_request, response) => sendText(response, 200, accepted),
});
