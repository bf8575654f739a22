import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { LocalCognito } from '@share-my-files/local-cognito';

/** What an administrator of the pool does past the API. */
export const createAdministrator = ({ endpoint, userPoolId }: LocalCognito) => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
  const cognito = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint, credentials });
  const nameOf = (sub: string) => ({ UserPoolId: userPoolId, Username: sub });
  return {
    disableUser: (sub: string) => cognito.send(new AdminDisableUserCommand(nameOf(sub))),
    enableUser: (sub: string) => cognito.send(new AdminEnableUserCommand(nameOf(sub))),
    deleteUser: (sub: string) => cognito.send(new AdminDeleteUserCommand(nameOf(sub))),
    signUserOut: (sub: string) => cognito.send(new AdminUserGlobalSignOutCommand(nameOf(sub))),
    changeEmail: (sub: string, email: string) =>
      cognito.send(
        new AdminUpdateUserAttributesCommand({
          ...nameOf(sub),
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      ),
  };
};
