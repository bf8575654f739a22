import { z } from 'zod';
import { invalidParameter, notAuthorized } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { isEmailAddress } from './email-address.ts';
import type { UserAttributes } from './user-repository.ts';

/** The standard attributes: OpenID Connect Core, section 5.1. */
export const standardAttributes = new Set([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
]);

/** Whether an address or a number was verified. */
export const verificationFlags = new Set(['email_verified', 'phone_number_verified']);

// The user's identities at external providers. Every client may read it, and none may write it.
const IDENTITIES = 'identities';

/** Name of an attribute in requests. */
export const attributeName = z.string().min(1).max(32);

/** Attributes in requests. A missing value is empty. */
export const attributeListSchema = z.array(
  z.object({ Name: attributeName, Value: z.string().max(2048).default('') }),
);

type Names = Iterable<string>;

const assertInSchema = (names: Names, { customAttributes }: Pick<PoolSettings, 'customAttributes'>): void => {
  for (const name of names) {
    const isKnown = standardAttributes.has(name) || verificationFlags.has(name) || name === 'sub';
    if (isKnown || customAttributes.includes(name)) continue;
    throw invalidParameter(
      `Invalid user attributes: user.${name}: Attribute does not exist in the schema.\n`,
    );
  }
};

/**
 * Throws unless the attributes exist and the client may write them: its `writeAttributes` or, without that
 * list, the standard ones. Only administrators may write `email_verified`, which would allow users to claim
 * any address.
 */
export const assertWritableBy = (
  { writeAttributes }: Pick<UserPoolClient, 'writeAttributes'>,
  names: readonly string[],
  settings: Pick<PoolSettings, 'customAttributes'>,
): void => {
  assertInSchema(names, settings);
  const isWritable = (name: string) =>
    name !== 'sub' &&
    !verificationFlags.has(name) &&
    (writeAttributes?.includes(name) ?? standardAttributes.has(name));
  if (!names.every(isWritable)) throw notAuthorized('A client attempted to write unauthorized attribute');
};

/** Throws unless the attributes exist. Administrators may write all except `sub`. */
export const assertWritableByAdministrator = (
  names: readonly string[],
  settings: Pick<PoolSettings, 'customAttributes'>,
): void => {
  assertInSchema(names, settings);
  if (names.includes('sub')) throw invalidParameter('Cannot modify the non-mutable attribute sub');
};

/** Throws if the email address or phone number is malformed. Empty values pass. */
export const assertFormat = ({ email, phone_number }: Record<string, string>): void => {
  if (email && !isEmailAddress(email)) throw invalidParameter('Invalid email address format.');
  if (phone_number && !/^\+\d{1,15}$/.test(phone_number)) {
    throw invalidParameter('Invalid phone number format.');
  }
};

/** Throws if a required attribute has no value. */
export const assertPresent = (attributes: Record<string, string>, required: readonly string[]): void => {
  const missing = required.find((name) => !attributes[name]);
  if (missing !== undefined) {
    throw invalidParameter(
      `Attributes did not conform to the schema: ${missing}: The attribute is required\n`,
    );
  }
};

/**
 * Returns the attributes that a client may read: its `readAttributes` or, without that list, the standard
 * ones and the verification flags.
 */
export const readableBy = (
  { readAttributes }: Pick<UserPoolClient, 'readAttributes'>,
  attributes: UserAttributes,
): Record<string, string> => {
  const isReadable = (name: string) =>
    name === IDENTITIES ||
    (readAttributes?.includes(name) ?? (standardAttributes.has(name) || verificationFlags.has(name)));
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isReadable(name)));
};
