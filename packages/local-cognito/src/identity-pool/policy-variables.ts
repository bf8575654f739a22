import { notAuthorized } from '../errors.ts';
import type { IdentityPoolSettings } from '../settings/identity-pool-settings.ts';

const tagPrefix = 'aws:PrincipalTag/';

/**
 * Returns the prefix with the values of its policy variables. Throws NotAuthorizedException if one has no value: the
 * policy would match no key.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
 */
export const resolvePolicyVariables = (
  { prefix, principalTags }: Pick<IdentityPoolSettings, 'prefix' | 'principalTags'>,
  identityId: string,
  claims: Record<string, unknown>,
): string => {
  const findValue = (variable: string): unknown => {
    if (variable === 'cognito-identity.amazonaws.com:sub') return identityId;
    if (!variable.startsWith(tagPrefix)) return undefined;
    const claim = principalTags[variable.slice(tagPrefix.length)];
    return claim === undefined ? undefined : claims[claim];
  };
  return prefix.replaceAll(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const value = findValue(variable);
    if (typeof value !== 'string') throw notAuthorized(`The policy variable ${variable} has no value.`);
    return value;
  });
};
