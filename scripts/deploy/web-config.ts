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

/** The `/config.json` of a deployment. CloudFront serves site and API from one origin, so the API's URL is a path. */
export const createWebConfig = (outputs: StackOutputs): WebConfig =>
  webConfigSchema.parse({
    apiBaseUrl: '/api',
    cognito: {
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      oauth: createOAuth(outputs),
    },
    identityPool: createIdentityPool(outputs),
  });
