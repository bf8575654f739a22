import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readEnvironment } from './config.ts';
import { addStacks } from './stacks/add-stacks.ts';

const api = join(import.meta.dirname, '../apps/api');

const app = new App();
const name: unknown = app.node.tryGetContext('environment') ?? 'demo';
addStacks(app, String(name), readEnvironment(String(name)), {
  api: { entry: join(api, 'src/lambda.ts') },
  migrator: { entry: join(api, 'src/migrate-lambda.ts'), folders: { migrations: join(api, 'migrations') } },
  sweeper: { entry: join(api, 'src/sweep-lambda.ts') },
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
