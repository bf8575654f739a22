import { z } from 'zod';

/** Scope that the API requires. Cognito puts it into each access token of a sign-in through the SDK. */
export const requiredScope = 'aws.cognito.signin.user.admin';

/**
 * How long ago the last sign-in may be for an operation that asks for proof of identity (RFC 9470), and for changes at
 * Cognito that the web app guards itself.
 */
export const stepUpAgeSeconds = 600;

/** Scopes that the web app requests when a user signs in with another provider. */
export const signInScopes = ['openid', 'email', 'profile', requiredScope] as const;

/** Another service that the web app has a sign-in button for, by Amplify's name. */
export const identityProviderSchema = z.enum(['Google', 'Apple']);
export type IdentityProvider = z.infer<typeof identityProviderSchema>;

/** The same services by Cognito's names. */
export const identityProviderNames: Readonly<Record<IdentityProvider, string>> = {
  Google: 'Google',
  Apple: 'SignInWithApple',
};

/** Finds the service that Cognito calls `name`; `undefined` for one without a button. */
export const findIdentityProvider = (name: string): IdentityProvider | undefined =>
  identityProviderSchema.options.find((provider) => identityProviderNames[provider] === name);

/** Rules for a new password: the defaults of Cognito (docs/decisions/022-password-rules-are-cognitos-defaults.md). */
export const passwordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  /** Of the password in an invitation. */
  temporaryPasswordValidityDays: 7,
} as const;

/** Lifetimes of the tokens of the web app's client, locally and on AWS. */
export const tokenLifetimes = {
  accessTokenMinutes: 15,
  idTokenMinutes: 15,
  refreshTokenDays: 30,
  /** How long a rotated refresh token stays valid: for a lost response or a second tab. */
  refreshTokenGraceSeconds: 30,
  /** How long a challenge of a sign-in waits for its response. */
  authSessionMinutes: 3,
} as const;
