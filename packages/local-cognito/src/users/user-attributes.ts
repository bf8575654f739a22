import { z } from 'zod';
import { invalidParameter, notAuthorized } from '../errors.ts';
import { emailKey, isEmailAddress } from './email-address.ts';
import type { UserAttributes } from './user-repository.ts';

// The standard attributes of every pool, from OpenID Connect Core section 5.1.
const writableAttributes = new Set([
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

const serviceAttributes = new Set(['sub', 'email_verified', 'phone_number_verified']);

/** The wire form of attributes in requests. */
export const attributeListSchema = z.array(
  z.object({ Name: z.string().min(1).max(32), Value: z.string().max(2048).default('') }),
);

const assertWritable = (name: string): void => {
  // Whoever could write email_verified could claim any address.
  if (serviceAttributes.has(name)) {
    throw notAuthorized('A client attempted to write unauthorized attribute');
  }
  if (!writableAttributes.has(name)) {
    throw invalidParameter(
      `Invalid user attributes: user.${name}: Attribute does not exist in the schema.\n`,
    );
  }
};

const assertFormat = ({ email, phone_number }: Record<string, string>): void => {
  if (email !== undefined && !isEmailAddress(email)) throw invalidParameter('Invalid email address format.');
  if (phone_number !== undefined && !/^\+\d{1,15}$/.test(phone_number)) {
    throw invalidParameter('Invalid phone number format.');
  }
};

/** Throws InvalidParameterException with the first required attribute that has no value. */
export const assertPresent = (attributes: Record<string, string>, required: readonly string[]): void => {
  const missing = required.find((name) => !attributes[name]);
  if (missing !== undefined) {
    throw invalidParameter(
      `Attributes did not conform to the schema: ${missing}: The attribute is required\n`,
    );
  }
};

/** Turns a list of attributes from a client into values; throws unless it may write them, in this form. */
export const readClientAttributes = (list: z.output<typeof attributeListSchema>): Record<string, string> => {
  for (const { Name } of list) assertWritable(Name);
  const attributes = Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
  assertFormat(attributes);
  return attributes;
};

/**
 * Turns what a client sends at sign-up into the attributes of a new user, or throws Cognito's refusal. In a
 * pool where people sign in by e-mail, the user name is the address.
 */
export const readSignUpAttributes = (
  username: string,
  list: z.output<typeof attributeListSchema>,
  required: readonly string[],
): UserAttributes => {
  if (!isEmailAddress(username)) throw invalidParameter('Username should be an email.');
  const attributes = { email: username, ...readClientAttributes(list) };
  if (emailKey(attributes.email) !== emailKey(username)) {
    throw invalidParameter('Attributes did not conform to the schema: email: It differs from the username\n');
  }
  assertPresent(attributes, required);
  return { ...attributes, email_verified: 'false' };
};

/** The wire form of attributes in replies, with `sub` first. */
export const toAttributeList = (sub: string, attributes: UserAttributes) =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
