import { assertSignedIn, call } from './call.ts';
import { person } from './person.ts';

/** Signs in with USER_PASSWORD_AUTH: one request, which contains the password. */
export const signInByPassword = async (endpoint: string, clientId: string): Promise<void> => {
  const AuthParameters = { USERNAME: person.email, PASSWORD: person.password };
  const request = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters };
  assertSignedIn(await call(endpoint, 'InitiateAuth', request));
};
