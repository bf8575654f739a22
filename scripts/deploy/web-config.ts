import { findIdentityProvider } from '@share-my-files/contract';
import { type WebConfig, webConfigSchema } from '../../apps/web/src/config/web-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

const createOAuth = ({ UserPoolDomain, IdentityProviders = '' }: StackOutputs) => {
  const offered = IdentityProviders.split(',').flatMap((name) => findIdentityProvider(name) ?? []);
  if (UserPoolDomain === undefined || offered.length === 0) return undefined;
  return { domain: new URL(UserPoolDomain).host, providers: offered };
};

const createIdentityPool = ({ IdentityPoolId, ProfileBucketName, Region }: StackOutputs) =>
  IdentityPoolId === undefined || ProfileBucketName === undefined
    ? undefined
    : { region: Region, identityPoolId: IdentityPoolId, bucket: ProfileBucketName };

/** Returns the `/config.json` of a deployment. */
export const createWebConfig = (outputs: StackOutputs): WebConfig =>
  webConfigSchema.parse({
    cognito: {
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      oauth: createOAuth(outputs),
    },
    identityPool: createIdentityPool(outputs),
  });
