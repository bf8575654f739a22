/** The name or ARN of a secret in AWS Secrets Manager, and the JSON field of it that holds the value. */
export type SecretReference = { secret: string; field?: string };

/** Signing in with accounts of others. Their secrets stay in AWS Secrets Manager. */
export type IdentityProviderSettings =
  | { type: 'google'; clientId: string; clientSecret: SecretReference }
  | { type: 'apple'; servicesId: string; teamId: string; keyId: string; privateKey: SecretReference }
  | { type: 'saml'; name: string; metadataUrl: string }
  | { type: 'oidc'; name: string; issuerUrl: string; clientId: string; clientSecret: SecretReference };

/** What users may do at the door. */
export type AuthSettings = {
  /** False: only an administrator creates accounts. */
  selfSignUp: boolean;
  /**
   * Cognito allows codes by e-mail and passkeys in place of the password only while a second factor is not
   * required: `required` switches both off.
   */
  mfa: 'optional' | 'required';
  /** `audit` and `enforce` need the Plus plan, which is paid per active user. */
  threatProtection: 'off' | 'audit' | 'enforce';
  /** AWS credentials in the browser, for the caller's own `profiles/` prefix. */
  identityPool: boolean;
  providers: readonly IdentityProviderSettings[];
  /** First label of the host that Cognito serves federated sign-in from; demanded by any provider. */
  domainPrefix?: string;
};
