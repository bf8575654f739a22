import { randomBytes, randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { IdentityProvider } from '../settings/pool-settings.ts';

/** An account at an identity provider. */
export type ProviderAccount = { id: string; name: string; email: string; isEmailVerified: boolean };

const rowSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string(), is_email_verified: z.literal([0, 1]) })
  .transform(
    ({ id, name, email, is_email_verified }): ProviderAccount => ({
      id,
      name,
      email,
      isEmailVerified: is_email_verified === 1,
    }),
  );

const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

// The providers' own formats, so that no code relies on another one.
const createId = ({ providerType }: IdentityProvider): string => {
  if (providerType === 'Google') return `1${randomDigits(20)}`;
  if (providerType === 'SignInWithApple') {
    return `${randomDigits(6)}.${randomBytes(16).toString('hex')}.${randomDigits(4)}`;
  }
  return randomBytes(16).toString('hex');
};

/** The accounts at the stand-ins, whether they have signed in to the pool or not. */
export type ProviderAccounts = ReturnType<typeof createProviderAccounts>;

/** Stores the accounts in the pool's database. */
export const createProviderAccounts = (database: DatabaseSync) => {
  const insert = database.prepare('INSERT INTO provider_accounts VALUES (?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM provider_accounts WHERE provider_name = ? AND id = ?');
  const selectAll = database.prepare('SELECT * FROM provider_accounts WHERE provider_name = ? ORDER BY name');

  return {
    create: (provider: IdentityProvider, person: Omit<ProviderAccount, 'id'>): ProviderAccount => {
      const account = { id: createId(provider), ...person };
      const { id, name, email, isEmailVerified } = account;
      insert.run(provider.providerName, id, name, email, isEmailVerified ? 1 : 0);
      return account;
    },
    find: ({ providerName }: IdentityProvider, id: string): ProviderAccount | undefined => {
      const row = select.get(providerName, id);
      return row === undefined ? undefined : rowSchema.parse(row);
    },
    list: ({ providerName }: IdentityProvider): ProviderAccount[] =>
      z.array(rowSchema).parse(selectAll.all(providerName)),
  };
};
