/** The name or ARN of a secret in AWS Secrets Manager, and its JSON field with the value. */
export type SecretReference = { secret: string; field?: string };

/** An identity provider; `label` is what its button says instead of `name`. Its secret stays in AWS Secrets Manager. */
export type IdentityProviderSettings =
  | { type: 'google'; clientId: string; clientSecret: SecretReference }
  | { type: 'apple'; servicesId: string; teamId: string; keyId: string; privateKey: SecretReference }
  | { type: 'saml'; name: string; label?: string; metadataUrl: string }
  | {
      type: 'oidc';
      name: string;
      label?: string;
      issuerUrl: string;
      clientId: string;
      clientSecret: SecretReference;
    };

/** How users sign up and sign in. */
export type AuthSettings = {
  /** Whether users can create accounts. Otherwise only an administrator can. */
  selfSignUp: boolean;
  /**
   * `required` makes every user set up an authenticator app and disables codes by email instead of a password. A
   * passkey then counts as both factors.
   */
  mfa: 'optional' | 'required';
  /** `audit` and `enforce` need the Plus plan, which is charged per active user. */
  threatProtection: 'off' | 'audit' | 'enforce';
  /** Whether browsers get AWS credentials, for the user's own profile picture. */
  identityPool: boolean;
  providers: readonly IdentityProviderSettings[];
  /** First label of Cognito's domain for federated sign-in; required with a provider. */
  domainPrefix?: string;
};
