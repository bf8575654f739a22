/** Calls an action of the Cognito API. Throws for an error response. */
export const call = async (
  endpoint: string,
  action: string,
  body: object,
): Promise<Record<string, unknown>> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      // The server would close an idle connection before the next round.
      connection: 'close',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      // cognito-local requires a signature without checking it.
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request',
    },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${action}: ${response.status} ${JSON.stringify(reply)}`);
  return reply;
};

/** Returns the access token of a response; throws if there is none. */
export const accessTokenIn = ({ AuthenticationResult }: Record<string, unknown>): string => {
  if (AuthenticationResult === undefined) throw new Error('The sign-in gave no tokens.');
  return (AuthenticationResult as { AccessToken: string }).AccessToken;
};
