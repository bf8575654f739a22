import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Client } from './migrate-dsql.ts';

/** The database role the API works as, and the IAM roles that may connect as it. */
type ApiRole = { user: string; iamRoleArns: readonly string[] };

const exists = async (client: Client, query: string, values: unknown[]): Promise<boolean> =>
  (await client.query(query, values)).rows.length > 0;

/**
 * Lets the API read and write rows, and nothing else; can be repeated.
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/using-database-and-iam-roles.html
 */
export const grantApiRole = async (client: Client, { user, iamRoleArns }: ApiRole): Promise<void> => {
  const role = escapeIdentifier(user);
  if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', [user]))) {
    await client.query(`CREATE ROLE ${role} WITH LOGIN`);
  }
  const mapping = 'select 1 from sys.iam_pg_role_mappings where pg_role_name = $1 and arn = $2';
  for (const arn of iamRoleArns) {
    if (await exists(client, mapping, [user, arn])) continue;
    await client.query(`AWS IAM GRANT ${role} TO ${escapeLiteral(arn)}`);
  }
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  // What has been migrated is for the migrator alone to say.
  await client.query(`REVOKE ALL ON dsql_migrations FROM ${role}`);
};
