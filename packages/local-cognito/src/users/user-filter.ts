import { invalidParameter } from '../errors.ts';
import { emailKey } from './email-address.ts';
import type { User } from './user-repository.ts';

/** Whether ListUsers includes a user. */
export type UserFilter = (user: User) => boolean;

// attribute = "value", or ^= for a prefix. A backslash escapes quotation marks in the value.
const form = /^\s*([\w:]+)\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s;

const lowerCase = (text: string): string => text.toLowerCase();
const unchanged = (text: string): string => text;

/** How to read and normalize a searchable attribute. */
type Search = { read: (user: User) => string | undefined; normalise: (text: string) => string };

const byAttribute = (name: string): [string, Search] => [
  name,
  { read: ({ attributes }) => attributes[name], normalise: unchanged },
];

const searchable = new Map<string, Search>([
  ['username', { read: ({ username }) => username, normalise: unchanged }],
  ['sub', { read: ({ sub }) => sub, normalise: unchanged }],
  ['email', { read: ({ attributes }) => attributes.email, normalise: emailKey }],
  ['status', { read: ({ isEnabled }) => (isEnabled ? 'Enabled' : 'Disabled'), normalise: unchanged }],
  ['cognito:user_status', { read: ({ status }) => status, normalise: lowerCase }],
  ...['phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map(byAttribute),
]);

/**
 * Parses the Filter of ListUsers as the API reference defines it. An empty filter matches all users. Throws
 * InvalidParameterException for any other text.
 */
export const parseUserFilter = (text: string): UserFilter => {
  if (text.trim() === '') return () => true;
  const [, name, operator, quoted] = form.exec(text) ?? [];
  if (name === undefined || quoted === undefined) throw invalidParameter('Error while parsing filter.');
  const search = searchable.get(name);
  if (search === undefined) throw invalidParameter(`Invalid search attribute: ${name}`);
  const wanted = search.normalise(quoted.replace(/\\(.)/gs, '$1'));
  return (user) => {
    const actual = search.read(user);
    if (actual === undefined) return false;
    const value = search.normalise(actual);
    return operator === '=' ? value === wanted : value.startsWith(wanted);
  };
};
