import { randomUUID } from 'node:crypto';
import { userPoolConfigSchema } from '../../src/settings/pool-settings.ts';
import { openPoolDatabase } from '../../src/store/open-database.ts';
import { createPasswords } from '../../src/users/passwords.ts';
import { createUserRepository, type UserStatus } from '../../src/users/user-repository.ts';

/** Stores a user of any status in the folder of a stopped pool. */
export const storeUser = (
  dataDirectory: string,
  { email, password, status }: { email: string; password: string; status: UserStatus },
): void => {
  const database = openPoolDatabase(dataDirectory);
  const sub = randomUUID();
  createUserRepository(database, Date.now).insert({
    sub,
    username: sub,
    status,
    attributes: { email, email_verified: 'true' },
  });
  createPasswords({ database, settings: userPoolConfigSchema.parse({}), now: Date.now }).set(sub, password, {
    isTemporary: status === 'FORCE_CHANGE_PASSWORD',
  });
  database.close();
};
