import type { Fault, ProxiedRequest } from './fault-proxy.ts';

/** Returns the action that a request to the pool asks for, such as `RevokeToken`. */
export const actionOf = ({ headers }: ProxiedRequest): string =>
  String(headers['x-amz-target']).split('.').at(-1) ?? '';

/** Matches requests for an action. */
export const isAction = (action: string) => (request: ProxiedRequest) => actionOf(request) === action;

/** Responds with an exception that Cognito documents and the local pool has no cause to throw. */
export const refuse =
  (name: string, status = 400): Fault =>
  () => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ __type: name, message: 'Refused.' }),
  });

/** Breaks the signature of the access token in the body, so that the real pool rejects it. */
export const damageAccessToken: Fault = (request, forward) => {
  const { AccessToken, ...fields } = JSON.parse(String(request.body));
  const body = Buffer.from(JSON.stringify({ ...fields, AccessToken: `${AccessToken.slice(0, -8)}AAAAAAAA` }));
  return forward({
    ...request,
    headers: { ...request.headers, 'content-length': String(body.length) },
    body,
  });
};
