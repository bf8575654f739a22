// Ids sort by their number, and before those of the API, which begin with the time.
const idOf = (table: number, number = 'n'): string =>
  `(lpad(to_hex(${number}), 8, '0') || '-0000-4000-8000-00000000000${table}')::uuid`;

type Seed = { itemCount: number; ownItemCount: number; ownerId: string };

/**
 * Statements that insert items with a grant, a link and an upload each, and a tenth as many users with a session, a
 * recovery code, a wrong one and a notice each. Some items belong to the owner, a tenth of those are in the trash, and
 * others share as many with the owner.
 */
export const seedStatements = ({ itemCount, ownItemCount, ownerId }: Seed): string[] => {
  const userCount = itemCount / 10;
  const step = itemCount / ownItemCount;
  const ownerOr = (remainder: number): string =>
    `case when n % ${step} = ${remainder} then '${ownerId}' else ${idOf(1, `(n + ${remainder}) % ${userCount}`)} end`;
  const email = `'seeded-' || n % ${userCount} || '@example.com'`;
  const rows = (count: number): string => `from generate_series(0, ${count - 1}) n`;
  const [users, items] = [rows(userCount), rows(itemCount)];
  return [
    // Every referenced row is inserted as well; checking takes as long as inserting.
    'set session_replication_role = replica',
    // Until then, no request asks Cognito whether an owner is still enabled.
    `insert into users (id, email, email_verified, name, quota_bytes, status_checked_at)
     select ${idOf(1)}, ${email}, true, 'Seeded', 1, now() + interval '1 day' ${users}`,
    `insert into sessions (id, user_id, confirmed_at) select ${idOf(2)}, ${idOf(1)}, now() ${users}`,
    `insert into recovery_codes (id, user_id, code_hash) select ${idOf(2)}, ${idOf(1)}, 'seeded' ${users}`,
    `insert into recovery_failures (id, user_id) select ${idOf(2)}, ${idOf(1)} ${users}`,
    `insert into share_notices (owner_id, item_id, email) select ${idOf(1)}, ${idOf(2)}, ${email} ${users}`,
    `insert into items (id, owner_id, name, media_type, size_bytes, object_key, state, trashed_at)
     select ${idOf(2)}, ${ownerOr(0)}, 'holiday ' || n || '.jpg', 'image/jpeg', 1, n, 'ready',
       case when n % ${10 * step} = 0 then now() end ${items}`,
    `insert into grants (id, item_id, email, grantee_id, role)
     select ${idOf(3)}, ${idOf(2)}, ${email}, ${ownerOr(1)}, 'viewer' ${items}`,
    `insert into links (id, item_id, secret_hash) select ${idOf(4)}, ${idOf(2)}, 'seeded-' || n ${items}`,
    `insert into uploads (id, item_id, part_size_bytes, part_count, state, expires_at)
     select ${idOf(5)}, ${idOf(2)}, 1, 1, 'completed', now() ${items}`,
    'set session_replication_role = default',
    // Statistics of all rows instead of a random sample: the planner then always decides the same.
    'set default_statistics_target = 1000',
    'vacuum analyze',
  ];
};
