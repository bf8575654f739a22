import { accessTokenIn, call } from './call.ts';
import { person } from './person.ts';

/** Signs in with USER_PASSWORD_AUTH: one request, which contains the password. Returns the access token. */
export const signInByPassword = async (endpoint: string, clientId: string): Promise<string> => {
  const AuthParameters = { USERNAME: person.email, PASSWORD: person.password };
  const request = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters };
  return accessTokenIn(await call(endpoint, 'InitiateAuth', request));
};
