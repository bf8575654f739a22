import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleApi } from './api-code.ts';
import { defaultEnvironment, readEnvironment } from './config.ts';
import { addStacks } from './stacks/add-stacks.ts';

const app = new App();
const name: unknown = app.node.tryGetContext('environment') ?? defaultEnvironment;
const isFirstDeployment = app.node.tryGetContext('first-deployment') === 'true';
addStacks(app, String(name), readEnvironment(String(name)), bundleApi(), { isFirstDeployment });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
