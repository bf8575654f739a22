import type { UserPoolClient } from '../settings/client-settings.ts';

// The scopes with claims about a user: OpenID Connect Core, section 5.4.
const claimScopes = ['email', 'phone', 'profile'];

const attributesByScope: Record<string, readonly string[]> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/** Splits a scope parameter: RFC 6749, section 3.3. */
export const splitScope = (scope: string): string[] => [
  ...new Set(scope.split(' ').filter((name) => name !== '')),
];

/**
 * Returns the attributes that the ID token and userInfo may contain. As in Cognito, `profile` grants all of
 * them, and so does `openid` without any other scope for attributes.
 */
export const attributesInScope = (
  attributes: Record<string, string>,
  scope: string,
): Record<string, string> => {
  const asked = splitScope(scope).filter((name) => claimScopes.includes(name));
  if (asked.length === 0 || asked.includes('profile')) return attributes;
  const names = asked.flatMap((name) => attributesByScope[name] ?? []);
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
};

/** Returns the scope of a sign-in: by default all that the client allows; undefined if refused. */
export const grantScope = (
  { allowedOAuthScopes }: Pick<UserPoolClient, 'allowedOAuthScopes'>,
  asked: string | undefined,
): string | undefined => {
  const scopes = splitScope(asked ?? '');
  if (scopes.length === 0) return allowedOAuthScopes.join(' ');
  const isAllowed = scopes.every((scope) => allowedOAuthScopes.includes(scope));
  const lacksOpenId = scopes.some((scope) => claimScopes.includes(scope)) && !scopes.includes('openid');
  return isAllowed && !lacksOpenId ? scopes.join(' ') : undefined;
};
