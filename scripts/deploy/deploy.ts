import type { Cdk } from './cdk.ts';
import type { DeploySettings } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

type Steps = {
  cdk: Cdk;
  buildSite(): Promise<void>;
  /** Uploads the site with its `/config.json` and tells CloudFront. */
  publishSite(outputs: StackOutputs): Promise<void>;
  /** True when a person agrees. */
  confirm(question: string): Promise<boolean>;
  print(line: string): void;
};

const unchanged = 'Nothing was changed.';

const destroy = async ({ environment, dryRun, yes }: DeploySettings, { cdk, confirm, print }: Steps) => {
  print(`This removes the environment "${environment}": its users, their files and the database.`);
  if (dryRun || !(yes || (await confirm(`Remove ${environment} with all its data?`))))
    return print(unchanged);
  await cdk.destroy();
  print(`${environment} is gone.`);
};

const release = async ({ environment, dryRun, yes }: DeploySettings, steps: Steps) => {
  const { cdk, buildSite, publishSite, confirm, print } = steps;
  // What can fail without touching the account comes first.
  await buildSite();
  await cdk.synth();
  await cdk.diff();
  if (dryRun || !(yes || (await confirm(`Deploy this to ${environment}?`)))) return print(unchanged);

  const outputs = await cdk.deploy();
  await publishSite(outputs);
  print(`ShareMyFiles (${environment}) is at ${outputs.SiteUrl}`);
};

/** The story of a deployment, or of the end of one. Throws what the first failing step throws. */
export const deploy = (settings: DeploySettings, steps: Steps): Promise<void> =>
  settings.destroy ? destroy(settings, steps) : release(settings, steps);
