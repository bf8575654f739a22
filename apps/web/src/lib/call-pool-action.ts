import type { WebConfig } from '#config/web-config.ts';
import { NetworkError } from './network-error.ts';

const endpointOf = ({ userPoolEndpoint, userPoolId }: WebConfig['cognito']): string =>
  userPoolEndpoint ?? `https://cognito-idp.${userPoolId.split('_')[0]}.amazonaws.com/`;

const post = async (endpoint: string, action: string, input: object): Promise<Response> => {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify(input),
    });
  } catch (cause) {
    throw new NetworkError({ cause });
  }
};

const errorOf = ({ __type = '', message = '' }: { __type?: string; message?: string }): Error =>
  Object.assign(new Error(message), { name: __type });

/**
 * Calls an action of the user pool that Amplify has no function for. Throws errors with the name of the exception.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
 */
export const callPoolAction = async (
  cognito: WebConfig['cognito'],
  action: string,
  input: object,
): Promise<unknown> => {
  const response = await post(endpointOf(cognito), action, input);
  const answer = await response.json();
  if (!response.ok) throw errorOf(answer);
  return answer;
};
