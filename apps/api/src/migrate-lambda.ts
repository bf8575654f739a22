import { Client } from 'pg';
import { connectDsql } from '#db/dsql/connect-dsql.ts';
import { grantApiRole, grantOperatorRole } from '#db/dsql/grant-roles.ts';
import { migrateDsql } from '#db/dsql/migrate-dsql.ts';
import { readMigrations } from '#db/dsql/read-migrations.ts';
import { retryForAMinute } from '#db/dsql/retry-for-a-minute.ts';
import { readMigratorConfig } from './config.ts';

/** A CloudFormation custom resource sends `RequestType`; a CDK trigger does not. */
type MigrationEvent = { RequestType?: 'Create' | 'Update' | 'Delete' } | undefined;

// Below Lambda's maximum of 15 minutes, so that the error names the statement.
const timeoutMilliseconds = 14 * 60_000;

/** Migrates the cluster and grants API and operators access; runs on each deployment, before the new API. */
export const handler = async (event: MigrationEvent): Promise<{ PhysicalResourceId: string }> => {
  const result = { PhysicalResourceId: 'database-migrations' };
  // Deletes the resource that starts migrations, never data.
  if (event?.RequestType === 'Delete') return result;
  const { endpoint, region, ...roles } = readMigratorConfig();
  const client = await retryForAMinute(
    async () => {
      const connecting = new Client(connectDsql({ endpoint, region, user: 'admin' }));
      await connecting.connect();
      return connecting;
    },
    // A cluster that is a few seconds old rejects connections in many ways.
    () => true,
  );
  try {
    await migrateDsql(client, readMigrations(), AbortSignal.timeout(timeoutMilliseconds));
    await grantApiRole(client, { user: roles.apiUser, iamRoleArns: roles.apiRoleArns });
    await grantOperatorRole(client, { user: roles.operatorUser, iamRoleArns: roles.operatorRoleArns });
  } finally {
    await client.end();
  }
  return result;
};
