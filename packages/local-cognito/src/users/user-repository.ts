import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Page, type PageRequest, readPage } from '../store/page.ts';
import { emailKey } from './email-address.ts';

const userStatuses = [
  'UNCONFIRMED',
  'CONFIRMED',
  'FORCE_CHANGE_PASSWORD',
  'RESET_REQUIRED',
  'EXTERNAL_PROVIDER',
] as const;

/** The values of `UserStatus` in Cognito. */
export type UserStatus = (typeof userStatuses)[number];

/**
 * A user of the pool. The user name of the pool's own users is their `sub`, that of others
 * `<ProviderName>_<id there>`.
 */
export type User = {
  sub: string;
  username: string;
  status: UserStatus;
  isEnabled: boolean;
  attributes: UserAttributes;
  createdAt: number;
  modifiedAt: number;
};

/** Attributes as text, including `email_verified`: `"true"` or `"false"`. */
export type UserAttributes = { email: string } & Record<string, string>;

const rowSchema = z
  .object({
    sub: z.string(),
    username: z.string(),
    status: z.enum(userStatuses),
    is_enabled: z.literal([0, 1]),
    attributes: z
      .string()
      .transform((json) => z.object({ email: z.string() }).catchall(z.string()).parse(JSON.parse(json))),
    created_at: z.int(),
    modified_at: z.int(),
  })
  .transform(
    (row): User => ({
      sub: row.sub,
      username: row.username,
      status: row.status,
      isEnabled: row.is_enabled === 1,
      attributes: row.attributes,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    }),
  );

const columnsOf = (user: User) => ({
  sub: user.sub,
  username: user.username,
  // The address of an external user is no sign-in name: a user of the pool may have the same.
  email_key: user.status === 'EXTERNAL_PROVIDER' ? null : emailKey(user.attributes.email),
  status: user.status,
  is_enabled: user.isEnabled ? 1 : 0,
  attributes: JSON.stringify(user.attributes),
  created_at: user.createdAt,
  modified_at: user.modifiedAt,
});

/** The only place that reads and writes users. */
export type UserRepository = ReturnType<typeof createUserRepository>;

/**
 * Stores users in the database. The addresses of the pool's own users are unique case-insensitively. Calls
 * `beforeNewEmail` with the `sub` before any change of an address.
 */
export const createUserRepository = (
  database: DatabaseSync,
  now: () => number,
  beforeNewEmail?: (sub: string) => void,
) => {
  const bySub = database.prepare('SELECT * FROM users WHERE sub = ?');
  const byUsername = database.prepare('SELECT * FROM users WHERE username = ?');
  const byEmail = database.prepare('SELECT * FROM users WHERE email_key = ?');
  const insert = database.prepare(`
    INSERT INTO users VALUES
      (:sub, :username, :email_key, :status, :is_enabled, :attributes, :created_at, :modified_at)`);
  const update = database.prepare(`
    UPDATE users SET username = :username, email_key = :email_key, status = :status,
      is_enabled = :is_enabled, attributes = :attributes, created_at = :created_at,
      modified_at = :modified_at
    WHERE sub = :sub`);
  const remove = database.prepare('DELETE FROM users WHERE sub = ?');
  const count = database.prepare('SELECT count(*) AS users FROM users');
  const after = database.prepare('SELECT * FROM users WHERE sub > ? ORDER BY sub');

  const read = (row: unknown): User | undefined => (row === undefined ? undefined : rowSchema.parse(row));

  const findBySub = (sub: string) => read(bySub.get(sub));
  const findByUsername = (username: string) => read(byUsername.get(username));
  const findByEmail = (email: string) => read(byEmail.get(emailKey(email)));

  const listAfter = (isIncluded: (user: User) => boolean, sub: string, limit: number): User[] => {
    const found: User[] = [];
    for (const row of after.iterate(sub)) {
      const user = rowSchema.parse(row);
      if (isIncluded(user) && found.push(user) === limit) break;
    }
    return found;
  };

  return {
    findBySub,
    findByUsername,
    findByEmail,
    /** Finds a user by email address, user name or `sub`. */
    findByName: (name: string) => findByEmail(name) ?? findByUsername(name) ?? findBySub(name),
    list: (isIncluded: (user: User) => boolean, request: PageRequest): Page<User> =>
      readPage(
        request,
        ({ sub }) => sub,
        (sub, limit) => listAfter(isIncluded, sub, limit),
      ),
    count: (): number => z.object({ users: z.int() }).parse(count.get()).users,
    insert: (user: Omit<User, 'isEnabled' | 'createdAt' | 'modifiedAt'>) => {
      const time = now();
      insert.run(columnsOf({ ...user, isEnabled: true, createdAt: time, modifiedAt: time }));
    },
    /** Changes the given fields. Does nothing if the user no longer exists. */
    update: (sub: string, changes: Partial<Pick<User, 'status' | 'isEnabled' | 'attributes'>>) => {
      const user = read(bySub.get(sub));
      if (user === undefined) return;
      const changed = { ...user, ...changes, modifiedAt: now() };
      if (changed.attributes.email !== user.attributes.email) beforeNewEmail?.(sub);
      update.run(columnsOf(changed));
    },
    remove: (sub: string) => {
      remove.run(sub);
    },
  };
};
