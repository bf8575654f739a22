import * as z from 'zod/mini';

/** Scope that the API requires. Cognito puts it into each access token of a sign-in through the SDK. */
export const requiredScope = 'aws.cognito.signin.user.admin';

/**
 * How long ago the last sign-in may be for an operation that asks for proof of identity (RFC 9470), and for changes at
 * Cognito that the web app guards itself.
 */
export const stepUpAgeSeconds = 600;

/** Scopes that the web app requests when a user signs in with another provider. */
export const signInScopes = ['openid', 'email', 'profile', requiredScope] as const;

/** Another service that users can sign in with: Cognito's name of it, and the label of its button. */
export const identityProviderSchema = z.object({
  name: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
});
export type IdentityProvider = z.infer<typeof identityProviderSchema>;

/** Cognito's names of well-known services, by the label of their buttons. */
export const identityProviderNames = { Google: 'Google', Apple: 'SignInWithApple' } as const;

const labels = new Map<string, string>(
  Object.entries(identityProviderNames).map(([label, name]) => [name, label]),
);

/** Returns the service that Cognito calls `name`. */
export const describeIdentityProvider = (
  name: string,
  label = labels.get(name) ?? name,
): IdentityProvider => ({
  name,
  label,
});

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
