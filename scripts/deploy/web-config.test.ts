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
  SelfSignUp: true,
};
const UserPoolDomain = 'https://example.auth.eu-central-1.amazoncognito.com';

test('contains the host of federated sign-in and every provider with its label', () => {
  const IdentityProviders = [
    { name: identityProviderNames.Apple, label: 'Apple' },
    { name: 'Company', label: 'Example Corp' },
  ];

  expect(createWebConfig({ ...outputs, UserPoolDomain, IdentityProviders }).cognito.oauth).toEqual({
    domain: 'example.auth.eu-central-1.amazoncognito.com',
    providers: IdentityProviders,
  });
});

test('contains whether people can sign up', () => {
  expect(createWebConfig({ ...outputs, SelfSignUp: false }).selfSignUp).toBe(false);
});

test('contains the identity pool together with the bucket of profile pictures', () => {
  const identityPool = { IdentityPoolId: 'eu-central-1:pool', ProfileBucketName: 'profile-bucket' };

  expect(createWebConfig({ ...outputs, ...identityPool }).identityPool).toEqual({
    region: 'eu-central-1',
    identityPoolId: 'eu-central-1:pool',
    bucket: 'profile-bucket',
  });
});
