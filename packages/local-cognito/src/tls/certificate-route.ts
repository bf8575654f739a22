import type { Route } from '../http/route.ts';
import { sendText } from '../http/send.ts';

const accepted = `Your browser accepts the certificate of the local sign-in server.

Go back to the app and continue there.
`;

/** What a person sees who opens the TLS address once to accept its certificate; reaching it is all that counts. */
export const createCertificateRoute = (): Route => ({
  method: 'GET',
  path: '/certificate',
  handle: (_request, response) => sendText(response, 200, accepted),
});
