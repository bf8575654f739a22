import { type WebConfig, webConfigSchema } from '../../apps/web/src/config/web-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

const createOAuth = ({ UserPoolDomain, IdentityProviders }: StackOutputs) =>
  UserPoolDomain === undefined || IdentityProviders === undefined
    ? undefined
    : { domain: new URL(UserPoolDomain).host, providers: IdentityProviders };

const createIdentityPool = ({ IdentityPoolId, ProfileBucketName, Region }: StackOutputs) =>
  IdentityPoolId === undefined || ProfileBucketName === undefined
    ? undefined
    : { region: Region, identityPoolId: IdentityPoolId, bucket: ProfileBucketName };

/** Returns the `/config.json` of a deployment. */
export const createWebConfig = (outputs: StackOutputs): WebConfig =>
  webConfigSchema.parse({
    selfSignUp: outputs.SelfSignUp,
    cognito: {
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      oauth: createOAuth(outputs),
    },
    identityPool: createIdentityPool(outputs),
  });
