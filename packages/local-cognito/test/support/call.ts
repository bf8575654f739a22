import type { LocalCognito } from '@share-my-files/local-cognito';

/** Sends one API request as bytes, without any client. */
export const callRaw = async (
  { endpoint }: Pick<LocalCognito, 'endpoint'>,
  action: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      ...headers,
    },
    body,
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
};

/** Calls an action. Resolves with the response, whatever its status. */
export const call = (
  pool: Pick<LocalCognito, 'endpoint'>,
  action: string,
  fields: object,
): ReturnType<typeof callRaw> => callRaw(pool, action, JSON.stringify(fields));
