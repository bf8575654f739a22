import {
  identityProviderNames,
  identityProviderSchema,
  signInScopes,
  webPaths,
} from '@share-my-files/contract';
import { describe, expect, it } from 'vitest';
import { identityPool } from '../../scripts/dev/local-aws.ts';
import { configOf, synthesize, variations } from './support/synthesize.ts';
import { onlyResource, permissionsOf, resourceNamed, resourcesOf } from './support/template.ts';

const everything = variations['production with a REST API, every provider and an identity pool'];
if (everything === undefined) throw new Error('The variation is missing.');

const demo = synthesize(configOf('demo'));
const production = synthesize(configOf('production'));
const federated = synthesize(everything);

const pool = onlyResource(demo, 'AWS::Cognito::UserPool');
const client = onlyResource(demo, 'AWS::Cognito::UserPoolClient');

describe('The user pool', () => {
  it('offers a password, a code by email, and a passkey of the site', () => {
    expect(pool).toMatchObject({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
      WebAuthnRelyingPartyID: { 'Fn::GetAtt': [expect.stringContaining('SiteDistribution'), 'DomainName'] },
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    });
    expect(onlyResource(production, 'AWS::Cognito::UserPool').WebAuthnRelyingPartyID).toBe(
      'share.example.com',
    );
  });

  it('offers an authenticator app as second factor, and never SMS, which can be hijacked', () => {
    expect(pool).toMatchObject({ MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
  });

  it('offers no code by email if a second factor is required, as Cognito demands', () => {
    const required = onlyResource(federated, 'AWS::Cognito::UserPool');
    expect(required).toMatchObject({
      MfaConfiguration: 'ON',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    });
  });

  it('tracks the sessions of users, at most 20 each', () => {
    for (const template of [demo, production]) {
      expect(onlyResource(template, 'AWS::Cognito::UserPoolSessionConfigurationAttachment')).toMatchObject({
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 20 },
      });
    }
  });

  it('keeps the old address until the new one is verified, because invitations depend on it', () => {
    expect(pool.UserAttributeUpdateSettings).toEqual({
      AttributesRequireVerificationBeforeUpdate: ['email'],
    });
  });

  it('treats addresses as case-insensitive', () => {
    expect(pool).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
  });

  it('allows sign-up in production only by configuration', () => {
    expect(onlyResource(production, 'AWS::Cognito::UserPool').AdminCreateUserConfig).toMatchObject({
      AllowAdminCreateUserOnly: true,
    });
    expect(pool.AdminCreateUserConfig).toMatchObject({ AllowAdminCreateUserOnly: false });
  });

  it('has threat protection only by configuration', () => {
    expect(pool).toMatchObject({ UserPoolTier: 'ESSENTIALS' });
    expect(onlyResource(production, 'AWS::Cognito::UserPool')).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
    });
    expect(onlyResource(federated, 'AWS::Cognito::UserPool')).toMatchObject({
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });

  it('has the group of administrators', () => {
    expect(onlyResource(demo, 'AWS::Cognito::UserPoolGroup').GroupName).toBe('admin');
  });

  it('has a rate limit in production, because its endpoint is public', () => {
    const associations = resourcesOf(production, 'AWS::WAFv2::WebACLAssociation');
    expect(JSON.stringify(associations)).toContain('SignInUserPool');
  });
});

describe('The client of the single-page app', () => {
  it('is public and allows only SRP and choice-based sign-in, which send no password', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
    });
  });

  it('rotates refresh tokens with a grace period for lost responses, and can revoke them', () => {
    expect(client).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
    });
  });

  it('issues access tokens for 15 minutes at most, since a signature cannot be revoked', () => {
    expect(client.TokenValidityUnits).toMatchObject({ AccessToken: 'minutes' });
    expect(client.AccessTokenValidity).toBeLessThanOrEqual(15);
  });

  it('does not reveal whether an account exists', () => {
    expect(client.PreventUserExistenceErrors).toBe('ENABLED');
  });

  it('lets users write only their name and address, never whether the address is verified', () => {
    expect(client.WriteAttributes).toEqual(['email', 'name']);
  });

  it('has no OAuth flow without a provider, and the code flow with the scope of the API otherwise', () => {
    expect(client.AllowedOAuthFlowsUserPoolClient).toBe(false);
    demo.resourceCountIs('AWS::Cognito::UserPoolDomain', 0);
    expect(onlyResource(federated, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: signInScopes,
      CallbackURLs: [`https://share.example.com${webPaths.signInCallback}`],
      LogoutURLs: ['https://share.example.com/sign-in', 'https://share.example.com/goodbye'],
    });
  });
});

describe('The identity providers', () => {
  it('are all supported by the client', () => {
    const types = resourcesOf(federated, 'AWS::Cognito::UserPoolIdentityProvider');
    expect(types.map(([, { ProviderType }]) => ProviderType).toSorted()).toEqual(
      ['OIDC', 'SAML', ...Object.values(identityProviderNames)].toSorted(),
    );
    const { SupportedIdentityProviders } = onlyResource(federated, 'AWS::Cognito::UserPoolClient');
    expect(SupportedIdentityProviders).toHaveLength(5);
  });

  it('all reach the config.json of the web app, which has a button for each', () => {
    const { SupportedIdentityProviders } = onlyResource(federated, 'AWS::Cognito::UserPoolClient');
    const offered: unknown[] = JSON.parse(federated.toJSON().Outputs.IdentityProviders.Value);
    const names = offered.map((provider) => identityProviderSchema.parse(provider).name);

    expect(['COGNITO', ...names]).toEqual(SupportedIdentityProviders);
  });

  it('exist before the client that names them, which Cognito would otherwise reject', () => {
    const [client] = Object.values(federated.findResources('AWS::Cognito::UserPoolClient'));
    const providers = Object.keys(federated.findResources('AWS::Cognito::UserPoolIdentityProvider'));

    expect(providers).toHaveLength(4);
    expect(client?.DependsOn).toEqual(expect.arrayContaining(providers));
  });

  it('keep their secrets in AWS Secrets Manager, which the template refers to', () => {
    const providers = resourcesOf(federated, 'AWS::Cognito::UserPoolIdentityProvider');
    const secrets = providers.flatMap(([, { ProviderDetails }]) => {
      const { client_secret, private_key } = ProviderDetails as Record<string, unknown>;
      return [client_secret, private_key].filter((secret) => secret !== undefined);
    });
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) expect(JSON.stringify(secret)).toContain('resolve:secretsmanager:');
  });

  it('require a domain prefix', () => {
    const { domainPrefix: _, ...auth } = everything.auth;
    expect(() => synthesize({ ...everything, auth })).toThrow('auth.domainPrefix');
  });
});

describe('The identity pool', () => {
  it('is absent by default: the app needs no AWS credentials in the browser', () => {
    demo.resourceCountIs('AWS::Cognito::IdentityPool', 0);
  });

  it('gives signed-in users access to their own picture only, and guests none', () => {
    const permissions = permissionsOf(federated, 'IdentityPoolUsers');

    expect(permissions.map(([action]) => action)).toEqual([
      's3:DeleteObject',
      's3:GetObject',
      's3:PutObject',
    ]);
    for (const [, resource] of permissions) {
      expect(resource).toContain('ProfilesBucket');
      expect(resource).toContain(`"/profiles/\${aws:PrincipalTag/sub}/picture"`);
    }
    expect(permissionsOf(federated, 'Unauthenticated')).toEqual([]);
    expect(onlyResource(federated, 'AWS::Cognito::IdentityPool').AllowUnauthenticatedIdentities).toBe(false);
  });

  it("tags the session with the user's id, which the trust policy has to allow", () => {
    const tags = onlyResource(federated, 'AWS::Cognito::IdentityPoolPrincipalTag');
    const role = resourceNamed(federated, 'AWS::IAM::Role', 'SignInIdentityPoolUsers');

    expect(tags).toMatchObject({ UseDefaults: false, PrincipalTags: { sub: 'sub' } });
    expect(role).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
            Condition: {
              StringEquals: { 'cognito-identity.amazonaws.com:aud': { Ref: expect.any(String) } },
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
            },
          },
        ],
      },
    });
  });

  it('is the one that `pnpm dev` starts', () => {
    const resources = permissionsOf(federated, 'IdentityPoolUsers').map(([, resource]) => resource);

    for (const resource of resources) expect(resource).toContain(`"/${identityPool.prefix}"`);
    expect(onlyResource(federated, 'AWS::Cognito::IdentityPoolPrincipalTag')).toMatchObject({
      PrincipalTags: identityPool.principalTags,
    });
  });
});
