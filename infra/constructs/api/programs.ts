import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DatabaseMigration } from '../database/database-migration.ts';
import type { MailIdentity } from '../mail/mail-identity.ts';
import { ApiFunction } from './api-function.ts';
import type { AppResources } from './app-environment.ts';
import type { ApiSettings, SweeperSettings } from './settings.ts';
import { Sweeper } from './sweeper.ts';

export type ProgramsProps = {
  /** The build of `apps/api`. */
  code: Code;
  settings: { api: ApiSettings; sweeper: SweeperSettings };
  resources: AppResources;
  mailIdentity: MailIdentity | undefined;
  logRetentionDays: number;
  destroyable: boolean;
};

/** The functions of `apps/api`: the API, the sweeper, and the migrator, which runs before both. */
export class Programs extends Construct {
  readonly api: ApiFunction;
  readonly sweeper: Sweeper;

  constructor(scope: Construct, id: string, props: ProgramsProps) {
    super(scope, id);
    const { settings, resources, mailIdentity, ...shared } = props;
    this.api = new ApiFunction(this, 'Api', {
      ...shared,
      settings: settings.api,
      resources,
      mailIdentity,
    });
    this.sweeper = new Sweeper(this, 'Sweeper', {
      ...shared,
      settings: settings.sweeper,
      resources,
    });
    new DatabaseMigration(this, 'Migration', {
      ...shared,
      database: resources.database,
      clients: [this.api.implementation, this.sweeper.implementation],
    });
  }
}
