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

/** Maps the attributes of a request to an object. The last of equal names wins. */
export const toAttributes = (list: z.output<typeof attributeListSchema>): Record<string, string> =>
  Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));

/** Maps attributes to the list in responses, with `sub` first. */
export const toAttributeList = (sub: string, attributes: Record<string, string>) =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));

/** Parses attributes from a client. Throws unless they exist, are writable by the client and well-formed. */
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
 * Returns the attributes of a new user, whose user name is the email address. Throws
 * InvalidParameterException if the user name is no email address or differs from the attribute.
 */
export const attributesOfNewUser = (username: string, changes: Record<string, string>): UserAttributes => {
  if (!isEmailAddress(username)) throw invalidParameter('Username should be an email.');
  const attributes = { email_verified: 'false', ...changes, email: changes.email ?? username };
  assertFormat(attributes);
  if (emailKey(attributes.email) !== emailKey(username)) {
    throw invalidParameter(
      'Attributes did not conform to the schema: email: The value differs from the username\n',
    );
  }
  return withoutEmptyValues(attributes);
};

/** Parses the attributes of a sign-up. Throws Cognito's errors. */
export const readSignUpAttributes = (
  username: string,
  list: z.output<typeof attributeListSchema>,
  settings: Pick<PoolSettings, 'requiredAttributes' | 'customAttributes'>,
  client: Pick<UserPoolClient, 'writeAttributes'>,
): UserAttributes => {
  const names = list.map(({ Name }) => Name);
  // The address is the user name, which every sign-up sets.
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
 * Returns the attributes after a change. An empty value removes an attribute. A new email address or phone
 * number is unverified unless the change says otherwise.
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
