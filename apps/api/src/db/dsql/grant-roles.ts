import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Client } from './migrate-dsql.ts';
import { retryForAMinute } from './retry-for-a-minute.ts';

/** A database role, and the IAM roles that may assume it. */
type MappedRole = { user: string; iamRoleArns: readonly string[] };

const exists = async (client: Client, query: string, values: unknown[]): Promise<boolean> =>
  (await retryForAMinute(() => client.query(query, values))).rows.length > 0;

const grantRole = async (client: Client, { user, iamRoleArns }: MappedRole, rights: string) => {
  const role = escapeIdentifier(user);
  const run = (statement: string) => retryForAMinute(() => client.query(statement));
  if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', [user]))) {
    await run(`CREATE ROLE ${role} WITH LOGIN`);
  }
  const mapping = 'select 1 from sys.iam_pg_role_mappings where pg_role_name = $1 and arn = $2';
  for (const arn of iamRoleArns) {
    if (await exists(client, mapping, [user, arn])) continue;
    await run(`AWS IAM GRANT ${role} TO ${escapeLiteral(arn)}`);
  }
  await run(`GRANT ${rights} ON ALL TABLES IN SCHEMA public TO ${role}`);
  // Only the migrator records migrations.
  await run(`REVOKE ALL ON dsql_migrations FROM ${role}`);
};

/**
 * Grants the API read and write access to rows, and nothing else. Idempotent. PUBLIC may use the schema `public`, and
 * Aurora DSQL refuses grants on it.
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/using-database-and-iam-roles.html
 */
export const grantApiRole = (client: Client, role: MappedRole): Promise<void> =>
  grantRole(client, role, 'SELECT, INSERT, UPDATE, DELETE');

/** Lets operators read rows, as `check-invariants` does after a restore. Idempotent. */
export const grantOperatorRole = (client: Client, role: MappedRole): Promise<void> =>
  grantRole(client, role, 'SELECT');
