import type { UserPoolClient } from '../settings/client-settings.ts';

// OpenID Connect Core, section 5.4: what these scopes ask for is told about a person who signed in.
const claimScopes = ['email', 'phone', 'profile'];

const attributesByScope: Record<string, readonly string[]> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/** The scopes in a parameter; RFC 6749, section 3.3. */
export const splitScope = (scope: string): string[] => [
  ...new Set(scope.split(' ').filter((name) => name !== '')),
];

/**
 * The attributes that an ID token or userInfo may show. As the Cognito developer guide has it, `profile` opens
 * all of them, and so does `openid` without a scope that names some.
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

/** The scopes that a person's sign-in gets: all that the client may have by default; undefined if refused. */
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
