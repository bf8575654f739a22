import type { z } from 'zod';
import { invalidParameter } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import {
  assertFormat,
  assertPresent,
  assertWritableBy,
  type attributeListSchema,
} from './attribute-schema.ts';
import { emailKey, isEmailAddress } from './email-address.ts';
import type { UserAttributes } from './user-repository.ts';

/** The wire form of attributes as an object; of values with one name the last counts. */
export const toAttributes = (list: z.output<typeof attributeListSchema>): Record<string, string> =>
  Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));

/** The wire form of attributes in replies, with `sub` first. */
export const toAttributeList = (sub: string, attributes: Record<string, string>) =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));

/** Reads attributes that a client sends; throws unless they exist, the client may write them and they are well-formed. */
export const readClientAttributes = (
  list: z.output<typeof attributeListSchema>,
  settings: Pick<PoolSettings, 'customAttributes'>,
  client: Pick<UserPoolClient, 'writeAttributes'>,
): Record<string, string> => {
  const names = list.map(({ Name }) => Name);
  assertWritableBy(client, names, settings);
  const attributes = toAttributes(list);
  assertFormat(attributes);
  return attributes;
};

/**
 * The attributes of a new user whose user name is an e-mail address, as in every pool where people sign in by
 * e-mail; throws InvalidParameterException when it is none, or when the address among them is another.
 */
export const attributesOfNewUser = (username: string, changes: Record<string, string>): UserAttributes => {
  if (!isEmailAddress(username)) throw invalidParameter('Username should be an email.');
  const attributes = { email_verified: 'false', ...changes, email: changes.email ?? username };
  assertFormat(attributes);
  if (emailKey(attributes.email) !== emailKey(username)) {
    throw invalidParameter('Attributes did not conform to the schema: email: It differs from the username\n');
  }
  return withoutEmptyValues(attributes);
};

/** Turns what a client sends at sign-up into the attributes of a new user, or throws Cognito's refusal. */
export const readSignUpAttributes = (
  username: string,
  list: z.output<typeof attributeListSchema>,
  settings: Pick<PoolSettings, 'requiredAttributes' | 'customAttributes'>,
  client: Pick<UserPoolClient, 'writeAttributes'>,
): UserAttributes => {
  const names = list.map(({ Name }) => Name);
  // The address is the user name: whoever may sign up may give it.
  assertWritableBy(
    client,
    names.filter((name) => name !== 'email'),
    settings,
  );
  const attributes = attributesOfNewUser(username, toAttributes(list));
  assertPresent(attributes, settings.requiredAttributes);
  return attributes;
};

const withoutEmptyValues = ({ email, ...others }: UserAttributes): UserAttributes => ({
  email,
  ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '')),
});

/**
 * Attributes after a change. An empty value removes an attribute, and a new address or telephone number is not
 * verified unless the same change says so.
 */
export const changeAttributes = (
  attributes: UserAttributes,
  changes: Record<string, string>,
): UserAttributes => {
  const isNew = (name: string) => changes[name] !== undefined && changes[name] !== attributes[name];
  return withoutEmptyValues({
    ...attributes,
    ...(isNew('email') && { email_verified: 'false' }),
    ...(isNew('phone_number') && { phone_number_verified: changes.phone_number === '' ? '' : 'false' }),
    ...changes,
  });
};
