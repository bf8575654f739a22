import { Duration } from 'aws-cdk-lib';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { NodeFunction, type NodeFunctionCode } from '../api/node-function.ts';
import { Database } from './database.ts';

export type DatabaseMigrationProps = {
  code: NodeFunctionCode;
  database: Database;
  /** The functions that use the database afterwards: their new code waits for the schema it needs. */
  clients: readonly NodeFunction[];
  logRetentionDays: number;
  destroyable: boolean;
};

/**
 * Brings the schema up to date in the middle of each deployment that changes the migrator's code, and maps
 * the roles to `Database.user`. A migration that fails rolls the deployment back before new code runs.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/using-database-and-iam-roles.html
 */
export class DatabaseMigration extends Construct {
  readonly trigger: Trigger;

  constructor(scope: Construct, id: string, props: DatabaseMigrationProps) {
    super(scope, id);
    const timeout = Duration.minutes(10);
    const migrator = new NodeFunction(this, 'Migrator', {
      description: 'Changes the schema, as admin, during deployments only.',
      code: props.code,
      memoryMegabytes: 512,
      timeout,
      environment: {
        NODE_ENV: 'production',
        DSQL_ENDPOINT: props.database.endpoint,
        DSQL_USER: Database.user,
        API_ROLE_ARN: props.clients.map(({ role }) => role.roleArn).join(','),
      },
      logRetentionDays: props.logRetentionDays,
      destroyable: props.destroyable,
    });
    props.database.grantConnectAdmin(migrator.role);

    this.trigger = new Trigger(this, 'Trigger', {
      handler: migrator.function,
      timeout,
      executeAfter: [props.database, migrator.role],
      executeBefore: props.clients.map((client) => client.function),
    });
  }
}
