/** Calls one action of the Cognito API; throws when the reply is an error. */
export const call = async (
  endpoint: string,
  action: string,
  body: object,
): Promise<Record<string, unknown>> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      // A kept connection would have been closed when the next round begins.
      connection: 'close',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      // cognito-local asks for a signature, and does not check it.
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request',
    },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${action}: ${response.status} ${JSON.stringify(reply)}`);
  return reply;
};

/** Throws unless a reply holds tokens. */
export const assertSignedIn = ({ AuthenticationResult }: Record<string, unknown>): void => {
  if (AuthenticationResult === undefined) throw new Error('The sign-in gave no tokens.');
};
