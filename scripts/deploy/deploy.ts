import { productName } from '@share-my-files/contract';
import type { Cdk } from './cdk.ts';
import type { DeploySettings } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

type Steps = {
  /** Throws if the account lacks what the environment needs. */
  checkAccount(): Promise<void>;
  cdk: Cdk;
  buildSite(): Promise<void>;
  /** Uploads the site with its `/config.json` and invalidates CloudFront's cache. */
  publishSite(outputs: StackOutputs): Promise<void>;
  /** Resolves to true if the user agrees. */
  confirm(question: string): Promise<boolean>;
  print(line: string): void;
};

const unchanged = 'Nothing was changed.';

const destroy = async ({ environment, dryRun, yes }: DeploySettings, { cdk, confirm, print }: Steps) => {
  print(`This removes the environment "${environment}": its users, their files and the database.`);
  if (dryRun || !(yes || (await confirm(`Remove ${environment} with all its data?`))))
    return print(unchanged);
  await cdk.destroy();
  print(`${environment} is removed.`);
};

const release = async ({ environment, dryRun, yes }: DeploySettings, steps: Steps) => {
  const { checkAccount, cdk, buildSite, publishSite, confirm, print } = steps;
  // Steps that can fail without changing the account come first.
  await checkAccount();
  await buildSite();
  await cdk.synth();
  await cdk.diff();
  if (dryRun || !(yes || (await confirm(`Deploy this to ${environment}?`)))) return print(unchanged);

  const outputs = await cdk.deploy();
  await publishSite(outputs);
  print(`${productName} (${environment}) is at ${outputs.SiteUrl}`);
};

/** Deploys or removes an environment. Throws the error of the first failing step. */
export const deploy = (settings: DeploySettings, steps: Steps): Promise<void> =>
  settings.destroy ? destroy(settings, steps) : release(settings, steps);
