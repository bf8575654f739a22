import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { region } from '../../scripts/dev/local-aws.ts';
import { stack } from './stack.ts';

/** Returns the AWS SDK's client of the user pool, as an administrator has it. */
export const createPoolClient = () =>
  new CognitoIdentityProvider({
    region,
    endpoint: `http://localhost:${stack().cognitoPort}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
