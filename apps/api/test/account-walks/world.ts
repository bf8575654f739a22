import { randomUUID } from 'node:crypto';
import type { TestApi } from '../support/start-test-api.ts';
import { only, type Possessions } from './possessions.ts';
import { createPassword, type UserPool } from './user-pool.ts';

/** An account, its owner, and a thief with what the owner left behind. */
export type World = {
  readonly api: TestApi;
  readonly pool: UserPool;
  /** The address of the account. */
  email: string;
  /** The address that waits for its code. */
  newAddress?: string | undefined;
  /** The address of the owner's account of Google. */
  googleAddress?: string | undefined;
  owner: Possessions;
  thief: Possessions;
};

export const createAddress = (): string => `owner-${randomUUID()}@example.com`;

const attributes = (values: Record<string, string>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

type Create = (pool: UserPool, email: string, password: string) => Promise<void>;

const signUp: Create = async ({ client, clientUser }, email, Password) => {
  await client.signUp({ ...clientUser(email), Password, UserAttributes: attributes({ email }) });
};

const signUpWithoutPassword: Create = async ({ client, clientUser, readCode }, email) => {
  await client.signUp({ ...clientUser(email), UserAttributes: attributes({ email }) });
  await client.confirmSignUp({ ...clientUser(email), ConfirmationCode: await readCode(email) });
};

const signUpWithAdministrator: Create = async (pool, email, password) => {
  await signUp(pool, email, password);
  await pool.client.adminConfirmSignUp(pool.userOf(email));
};

const invite: Create = async ({ client, userOf }, email, TemporaryPassword) => {
  const UserAttributes = attributes({ email, email_verified: 'true' });
  await client.adminCreateUser({ ...userOf(email), TemporaryPassword, UserAttributes });
};

/** The ways in which an account comes into being. */
const origins = {
  'a sign-up that was not confirmed': { create: signUp, hasPassword: true },
  'a sign-up without a password': { create: signUpWithoutPassword, hasPassword: false },
  'a sign-up that an administrator confirmed': { create: signUpWithAdministrator, hasPassword: true },
  'an invitation by an administrator': { create: invite, hasPassword: true },
} satisfies Record<string, { create: Create; hasPassword: boolean }>;

export type Origin = keyof typeof origins;

export const originNames = Object.keys(origins) as Origin[];

export const createWorld = async (api: TestApi, pool: UserPool, origin: Origin): Promise<World> => {
  const { create, hasPassword } = origins[origin];
  const email = createAddress();
  const password = createPassword();
  await create(pool, email, password);
  return {
    api,
    pool,
    email,
    owner: only({ mailboxes: [email], password: hasPassword ? password : undefined }),
    thief: only({}),
  };
};
