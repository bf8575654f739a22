import { describeIdentityProvider, type IdentityProvider } from '@share-my-files/contract';
import { SecretValue } from 'aws-cdk-lib';
import {
  OidcAttributeRequestMethod,
  ProviderAttribute,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
  UserPoolIdentityProviderApple,
  UserPoolIdentityProviderGoogle,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { AuthSettings, IdentityProviderSettings, SecretReference } from './settings.ts';
import type { UserPool } from './user-pool.ts';

export type IdentityProvidersProps = { userPool: UserPool; settings: AuthSettings };

type Provider<Type> = Extract<IdentityProviderSettings, { type: Type }>;

// A dynamic reference: CloudFormation resolves the secret, and no template contains it.
const readSecret = ({ secret, field }: SecretReference): SecretValue =>
  SecretValue.secretsManager(secret, field === undefined ? {} : { jsonField: field });

/**
 * The configured identity providers (Google, Apple, SAML, OpenID Connect) and the domain that their sign-in needs.
 * Throws if there is a provider but no `domainPrefix`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
const labelOf = (provider: IdentityProviderSettings | undefined): string | undefined =>
  provider && 'label' in provider ? provider.label : undefined;

export class IdentityProviders extends Construct {
  readonly supported: readonly UserPoolClientIdentityProvider[];
  /** What the web app has a button for. */
  readonly offered: readonly IdentityProvider[];
  readonly domain?: UserPoolDomain;

  readonly #userPool: UserPool;

  constructor(scope: Construct, id: string, { userPool, settings }: IdentityProvidersProps) {
    super(scope, id);
    this.#userPool = userPool;
    this.supported = settings.providers.map((provider) => this.#add(provider));
    this.offered = this.supported.map(({ name }, index) =>
      describeIdentityProvider(name, labelOf(settings.providers[index])),
    );
    if (this.supported.length === 0) return;
    if (settings.domainPrefix === undefined) {
      throw new Error('Federated sign-in needs auth.domainPrefix.');
    }
    this.domain = userPool.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: settings.domainPrefix },
    });
  }

  #add(provider: IdentityProviderSettings): UserPoolClientIdentityProvider {
    switch (provider.type) {
      case 'google':
        return this.#addGoogle(provider);
      case 'apple':
        return this.#addApple(provider);
      case 'saml':
        return this.#addSaml(provider);
      case 'oidc':
        return this.#addOidc(provider);
    }
  }

  #addGoogle({ clientId, clientSecret }: Provider<'google'>) {
    new UserPoolIdentityProviderGoogle(this, 'Google', {
      userPool: this.#userPool.pool,
      clientId,
      clientSecretValue: readSecret(clientSecret),
      scopes: ['openid', 'email', 'profile'],
      attributeMapping: {
        email: ProviderAttribute.GOOGLE_EMAIL,
        emailVerified: ProviderAttribute.GOOGLE_EMAIL_VERIFIED,
        fullname: ProviderAttribute.GOOGLE_NAME,
      },
    });
    return UserPoolClientIdentityProvider.GOOGLE;
  }

  #addApple({ servicesId, teamId, keyId, privateKey }: Provider<'apple'>) {
    new UserPoolIdentityProviderApple(this, 'Apple', {
      userPool: this.#userPool.pool,
      clientId: servicesId,
      teamId,
      keyId,
      privateKeyValue: readSecret(privateKey),
      scopes: ['email', 'name'],
      attributeMapping: {
        email: ProviderAttribute.APPLE_EMAIL,
        emailVerified: ProviderAttribute.APPLE_EMAIL_VERIFIED,
        fullname: ProviderAttribute.APPLE_NAME,
      },
    });
    return UserPoolClientIdentityProvider.APPLE;
  }

  #addSaml({ name, metadataUrl }: Provider<'saml'>) {
    new UserPoolIdentityProviderSaml(this, `Saml${name}`, {
      userPool: this.#userPool.pool,
      name,
      metadata: UserPoolIdentityProviderSamlMetadata.url(metadataUrl),
      attributeMapping: {
        email: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'),
      },
    });
    return UserPoolClientIdentityProvider.custom(name);
  }

  #addOidc({ name, issuerUrl, clientId, clientSecret }: Provider<'oidc'>) {
    new UserPoolIdentityProviderOidc(this, `Oidc${name}`, {
      userPool: this.#userPool.pool,
      name,
      issuerUrl,
      clientId,
      clientSecret: readSecret(clientSecret).unsafeUnwrap(),
      scopes: ['openid', 'email', 'profile'],
      attributeRequestMethod: OidcAttributeRequestMethod.GET,
      attributeMapping: {
        email: ProviderAttribute.other('email'),
        emailVerified: ProviderAttribute.other('email_verified'),
        fullname: ProviderAttribute.other('name'),
      },
    });
    return UserPoolClientIdentityProvider.custom(name);
  }
}
