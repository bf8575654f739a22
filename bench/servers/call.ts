import { Agent, request } from 'undici';

// Servers keep idle connections for five seconds and longer.
const connections = new Agent({ keepAliveTimeout: 1_000, keepAliveMaxTimeout: 1_000 });

/** Calls an action of the Cognito API on a connection that stays open. Throws for an error response. */
export const call = async (
  endpoint: string,
  action: string,
  body: object,
): Promise<Record<string, unknown>> => {
  const response = await request(endpoint, {
    dispatcher: connections,
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      // cognito-local requires a signature without checking it.
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request',
    },
    body: JSON.stringify(body),
  });
  const reply = (await response.body.json()) as Record<string, unknown>;
  if (response.statusCode !== 200)
    throw new Error(`${action}: ${response.statusCode} ${JSON.stringify(reply)}`);
  return reply;
};

/** Returns the access token of a response; throws if there is none. */
export const accessTokenIn = ({ AuthenticationResult }: Record<string, unknown>): string => {
  if (AuthenticationResult === undefined) throw new Error('The sign-in gave no tokens.');
  return (AuthenticationResult as { AccessToken: string }).AccessToken;
};
