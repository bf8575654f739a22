import { identityProviderNames } from '@share-my-files/contract';
import { expect, test } from 'vitest';
import type { StackOutputs } from './stack-outputs.ts';
import { createWebConfig } from './web-config.ts';

const outputs: StackOutputs = {
  SiteUrl: 'https://share.example.com',
  SiteBucketName: 'site-bucket',
  DistributionId: 'E1ABCDEF',
  UserPoolId: 'eu-central-1_Abc123',
  UserPoolClientId: 'client',
  FileBucketName: 'file-bucket',
  ApiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
  Region: 'eu-central-1',
};
const UserPoolDomain = 'https://example.auth.eu-central-1.amazoncognito.com';

test('contains the host of federated sign-in and the providers with a button', () => {
  const IdentityProviders = [...Object.values(identityProviderNames), 'Company'].join();

  expect(createWebConfig({ ...outputs, UserPoolDomain, IdentityProviders }).cognito.oauth).toEqual({
    domain: 'example.auth.eu-central-1.amazoncognito.com',
    providers: ['Google', 'Apple'],
  });
});

test('offers no federated sign-in if no provider has a button', () => {
  const config = createWebConfig({ ...outputs, UserPoolDomain, IdentityProviders: 'Company' });
  expect(config.cognito.oauth).toBeUndefined();
});

test('contains the identity pool together with the bucket of profile pictures', () => {
  const identityPool = { IdentityPoolId: 'eu-central-1:pool', ProfileBucketName: 'profile-bucket' };

  expect(createWebConfig({ ...outputs, ...identityPool }).identityPool).toEqual({
    region: 'eu-central-1',
    identityPoolId: 'eu-central-1:pool',
    bucket: 'profile-bucket',
  });
});
