import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunCommand } from './run-command.ts';
import type { DeploySettings } from './settings.ts';
import { parseStackOutputs, type StackOutputs } from './stack-outputs.ts';

/** Commands of the CDK command line; each throws when the command fails. */
export type Cdk = {
  synth(): Promise<void>;
  diff(): Promise<void>;
  deploy(): Promise<StackOutputs>;
  destroy(): Promise<void>;
};

type CdkApp = {
  environment: DeploySettings['environment'];
  run: RunCommand;
  /** Resolves to whether the environment's stack has been created before. */
  isCreated: () => Promise<boolean>;
};

/** Runs the CDK command line on the app in `infra/`. */
export const createCdk = ({ environment, run, isCreated }: CdkApp): Cdk => {
  const cdk = (...command: string[]): Promise<void> =>
    run('pnpm', [
      '--filter',
      '@share-my-files/infra',
      'exec',
      'cdk',
      '--no-notices',
      ...command,
      '--context',
      `environment=${environment}`,
    ]);

  // The diff was confirmed; another question for each stack would block a pipeline.
  const deployStacks = (...options: string[]) =>
    cdk('deploy', '--all', '--require-approval', 'never', ...options);

  const deploy = async (): Promise<StackOutputs> => {
    // CloudFormation could not undo a failed creation of protected resources: protect them in a second deployment.
    if (!(await isCreated())) await deployStacks('--context', 'first-deployment=true');
    const folder = await mkdtemp(join(tmpdir(), 'share-my-files-outputs-'));
    const file = join(folder, 'outputs.json');
    try {
      await deployStacks('--outputs-file', file);
      return parseStackOutputs(await readFile(file, 'utf8'));
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  return {
    synth: () => cdk('synth', '--quiet'),
    diff: () => cdk('diff', '--all'),
    deploy,
    destroy: () => cdk('destroy', '--all', '--force'),
  };
};
