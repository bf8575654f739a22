import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ChildServer } from '../servers/child-server.ts';
import { reopenLocalCognito, startLocalCognito } from '../servers/local-cognito.ts';

const numbers = 'with recursive numbers (n) as (values (1) union all select n + 1 from numbers where n < ?)';

// Copies of the only user: computing a verifier for each password would take minutes.
const statements = [
  `${numbers} insert into users
   select 'seeded-' || n, 'seeded-' || n, 'seeded-' || n || '@example.com', status, is_enabled, attributes, created_at,
     modified_at from users, numbers`,
  `${numbers} insert into passwords (sub, salt, verifier, set_at)
   select 'seeded-' || n, salt, verifier, set_at from passwords, numbers`,
  `${numbers} insert into sessions (origin_jti, sub, auth_time, expires_at)
   select 'seeded-' || n, 'seeded-' || n, unixepoch() * 1000, (unixepoch() + 86400) * 1000 from numbers`,
  `${numbers} insert into refresh_tokens (token_hash, origin_jti) select 'seeded-' || n, 'seeded-' || n from numbers`,
];

/** local-cognito with its user among others, each with a session. */
export const startGrownLocalCognito = async (folder: string, otherUsers: number): Promise<ChildServer> => {
  const first = await startLocalCognito(folder);
  await first.stop();
  const database = new DatabaseSync(join(folder, 'data/user-pool.sqlite'));
  for (const statement of statements) database.prepare(statement).run(otherUsers);
  database.close();
  return await reopenLocalCognito(folder);
};
