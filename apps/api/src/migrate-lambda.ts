import { Client } from 'pg';
import { connectDsql } from '#db/dsql/connect-dsql.ts';
import { grantApiRole } from '#db/dsql/grant-api-role.ts';
import { migrateDsql } from '#db/dsql/migrate-dsql.ts';
import { readMigrations } from '#db/dsql/read-migrations.ts';
import { readMigratorConfig } from './config.ts';

/** A CloudFormation custom resource names its request; a CDK trigger sends nothing of interest. */
type MigrationEvent = { RequestType?: 'Create' | 'Update' | 'Delete' } | undefined;

// A little less than Lambda allows at most: the error then says what was waited for.
const timeoutMilliseconds = 14 * 60_000;

/** Brings the cluster up to date and lets the API in; runs at every deployment, before the new API does. */
export const handler = async (event: MigrationEvent): Promise<{ PhysicalResourceId: string }> => {
  const result = { PhysicalResourceId: 'database-migrations' };
  // What is deleted is the resource that starts migrations, never data.
  if (event?.RequestType === 'Delete') return result;
  const { endpoint, region, apiUser, apiRoleArns } = readMigratorConfig();
  const client = new Client(connectDsql({ endpoint, region, user: 'admin' }));
  await client.connect();
  try {
    await migrateDsql(client, readMigrations(), AbortSignal.timeout(timeoutMilliseconds));
    await grantApiRole(client, { user: apiUser, iamRoleArns: apiRoleArns });
  } finally {
    await client.end();
  }
  return result;
};
