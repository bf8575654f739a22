import { Construct } from 'constructs';
import { DatabaseMigration } from '../database/database-migration.ts';
import type { MailIdentity } from '../mail/mail-identity.ts';
import { ApiFunction } from './api-function.ts';
import type { AppResources } from './app-environment.ts';
import type { NodeFunctionCode } from './node-function.ts';
import type { ApiSettings, SweeperSettings } from './settings.ts';
import { Sweeper } from './sweeper.ts';

/** The entries of the three programs. */
export type ProgramCode = Readonly<Record<'api' | 'migrator' | 'sweeper', NodeFunctionCode>>;

export type ProgramsProps = {
  code: ProgramCode;
  settings: { api: ApiSettings; sweeper: SweeperSettings };
  resources: AppResources;
  mailIdentity: MailIdentity | undefined;
  logRetentionDays: number;
  destroyable: boolean;
};

/** What runs of `apps/api`: the API, the sweeper, and before both the migrator. */
export class Programs extends Construct {
  readonly api: ApiFunction;
  readonly sweeper: Sweeper;

  constructor(scope: Construct, id: string, props: ProgramsProps) {
    super(scope, id);
    const { code, settings, resources, mailIdentity, ...kept } = props;
    this.api = new ApiFunction(this, 'Api', {
      ...kept,
      code: code.api,
      settings: settings.api,
      resources,
      mailIdentity,
    });
    this.sweeper = new Sweeper(this, 'Sweeper', {
      ...kept,
      code: code.sweeper,
      settings: settings.sweeper,
      resources,
    });
    new DatabaseMigration(this, 'Migration', {
      ...kept,
      code: code.migrator,
      database: resources.database,
      clients: [this.api.implementation, this.sweeper.implementation],
    });
  }
}
