import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { emailKey } from './email-address.ts';

const userStatuses = ['UNCONFIRMED', 'CONFIRMED'] as const;

/** A user of the pool. The user name that Cognito stores and hashes is the same UUID as `sub`. */
export type User = {
  sub: string;
  status: (typeof userStatuses)[number];
  isEnabled: boolean;
  attributes: UserAttributes;
  password: PasswordVerifier;
  createdAt: number;
  modifiedAt: number;
};

/** Attribute values as Cognito keeps them: all text, `email_verified` being `"true"` or `"false"`. */
export type UserAttributes = { email: string } & Record<string, string>;

const hexadecimal = z.string().transform((digits) => BigInt(`0x${digits}`));

const rowSchema = z
  .object({
    sub: z.string(),
    status: z.enum(userStatuses),
    is_enabled: z.literal([0, 1]),
    attributes: z
      .string()
      .transform((json) => z.object({ email: z.string() }).catchall(z.string()).parse(JSON.parse(json))),
    salt: hexadecimal,
    verifier: hexadecimal,
    created_at: z.int(),
    modified_at: z.int(),
  })
  .transform(
    (row): User => ({
      sub: row.sub,
      status: row.status,
      isEnabled: row.is_enabled === 1,
      attributes: row.attributes,
      password: { salt: row.salt, verifier: row.verifier },
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    }),
  );

const columnsOf = (user: User) => ({
  sub: user.sub,
  email_key: emailKey(user.attributes.email),
  status: user.status,
  is_enabled: user.isEnabled ? 1 : 0,
  attributes: JSON.stringify(user.attributes),
  salt: user.password.salt.toString(16),
  verifier: user.password.verifier.toString(16),
  created_at: user.createdAt,
  modified_at: user.modifiedAt,
});

/** The only place that reads and writes users. */
export type UserRepository = ReturnType<typeof createUserRepository>;

/** Keeps users in the database; e-mail addresses are unique whatever their case. */
export const createUserRepository = (database: DatabaseSync, now: () => number) => {
  const bySub = database.prepare('SELECT * FROM users WHERE sub = ?');
  const byEmail = database.prepare('SELECT * FROM users WHERE email_key = ?');
  const insert = database.prepare(`
    INSERT INTO users VALUES
      (:sub, :email_key, :status, :is_enabled, :attributes, :salt, :verifier, :created_at, :modified_at)`);
  const update = database.prepare(`
    UPDATE users SET email_key = :email_key, status = :status, is_enabled = :is_enabled,
      attributes = :attributes, salt = :salt, verifier = :verifier, created_at = :created_at,
      modified_at = :modified_at
    WHERE sub = :sub`);
  const remove = database.prepare('DELETE FROM users WHERE sub = ?');

  const read = (row: unknown): User | undefined => (row === undefined ? undefined : rowSchema.parse(row));

  return {
    findBySub: (sub: string) => read(bySub.get(sub)),
    findByEmail: (email: string) => read(byEmail.get(emailKey(email))),
    insert: (user: Omit<User, 'isEnabled' | 'createdAt' | 'modifiedAt'>) => {
      const time = now();
      insert.run(columnsOf({ ...user, isEnabled: true, createdAt: time, modifiedAt: time }));
    },
    /** Changes some fields of the user as it is now; nothing happens if the user is gone. */
    update: (sub: string, changes: Partial<Pick<User, 'status' | 'attributes' | 'password'>>) => {
      const user = read(bySub.get(sub));
      if (user !== undefined) update.run(columnsOf({ ...user, ...changes, modifiedAt: now() }));
    },
    remove: (sub: string) => {
      remove.run(sub);
    },
  };
};
