import type { DatabaseSync } from 'node:sqlite';
import type { Transaction } from '@share-my-files/local-server';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { createPasskeyAssertions } from './passkey-assertions.ts';
import { createPasskeyEnrolment } from './passkey-enrolment.ts';
import { createPasskeyRegistrations } from './passkey-registrations.ts';
import { createPasskeyRepository } from './passkey-repository.ts';

/** The passkeys of the pool's users: registration, list and sign-in. */
export type Passkeys = ReturnType<typeof createPasskeys>;

type Dependencies = {
  database: DatabaseSync;
  settings: PoolSettings;
  transaction: Transaction;
  now: () => number;
};

/** Stores passkeys in the pool's database. */
export const createPasskeys = ({ database, settings, transaction, now }: Dependencies) => {
  const repository = createPasskeyRepository(database, now);
  const registrations = createPasskeyRegistrations(database, now);
  return {
    listOf: repository.listOf,
    remove: repository.remove,
    enrolment: createPasskeyEnrolment({ settings, repository, registrations, transaction }),
    assertions: createPasskeyAssertions({ settings, repository }),
  };
};
