import { Duration } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { NodeFunction } from '../functions/node-function.ts';
import { Database } from './database.ts';

export type DatabaseMigrationProps = {
  code: Code;
  database: Database;
  /** The functions that use the database; their new code waits for the migration. */
  clients: readonly NodeFunction[];
  logRetentionDays: number;
  destroyable: boolean;
};

/**
 * Migrates the schema during each deployment that changes the code, and maps the roles of all clients to
 * `Database.user` and those of operators to `Database.operator`. A failed migration rolls the deployment back before
 * new code runs.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/using-database-and-iam-roles.html
 */
export class DatabaseMigration extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseMigrationProps) {
    super(scope, id);
    const { code, database, clients, ...kept } = props;
    const timeout = Duration.minutes(15);
    const migrator = new NodeFunction(this, 'Migrator', {
      ...kept,
      description: 'Migrates the schema as admin, during deployments only.',
      code,
      entry: 'migrate-lambda',
      memoryMegabytes: 512,
      timeout,
      environment: {
        NODE_ENV: 'production',
        DSQL_ENDPOINT: database.endpoint,
        DSQL_USER: Database.user,
        API_ROLE_ARNS: clients.map(({ role }) => role.roleArn).join(','),
        DSQL_OPERATOR_USER: Database.operator,
        ...(database.operatorRoleArns.length > 0 && {
          OPERATOR_ROLE_ARNS: database.operatorRoleArns.join(','),
        }),
      },
    });
    database.grantConnectAdmin(migrator.role);

    new Trigger(this, 'Trigger', {
      handler: migrator.function,
      timeout,
      executeAfter: [database, migrator.role],
      executeBefore: clients.map((client) => client.function),
    });
  }
}
