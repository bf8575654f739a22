import { Duration } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { NodeFunction, type NodeFunctionCode } from '../api/node-function.ts';
import { Database } from './database.ts';

export type DatabaseMigrationProps = {
  code: NodeFunctionCode;
  database: Database;
  /** The function that uses the database afterwards: its new code waits for the schema it needs. */
  client: NodeFunction;
  logRetentionDays: number;
  destroyable: boolean;
};

/**
 * Brings the schema up to date in the middle of each deployment that changes the migrator's code, and maps
 * the role of one client to `Database.user`. A migration that fails rolls the deployment back before new code
 * runs. A second run finds the schema done.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/using-database-and-iam-roles.html
 */
export class DatabaseMigration extends Construct {
  readonly trigger: Trigger;

  constructor(scope: Construct, id: string, props: DatabaseMigrationProps) {
    super(scope, id);
    const { code, database, client, ...kept } = props;
    const timeout = Duration.minutes(15);
    const migrator = new NodeFunction(this, 'Migrator', {
      ...kept,
      description: 'Changes the schema, as admin, during deployments only.',
      code,
      memoryMegabytes: 512,
      timeout,
      environment: {
        NODE_ENV: 'production',
        DSQL_ENDPOINT: database.endpoint,
        DSQL_USER: Database.user,
        API_ROLE_ARN: client.role.roleArn,
      },
    });
    database.grantConnectAdmin(migrator.role);

    this.trigger = new Trigger(this, 'Trigger', {
      handler: migrator.function,
      timeout,
      executeAfter: [database, migrator.role],
      executeBefore: [client.function],
    });
  }
}
