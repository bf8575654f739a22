import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createCdk } from './cdk.ts';
import type { RunCommand } from './run-command.ts';

const outputs = {
  SiteUrl: 'https://d111111abcdef8.cloudfront.net',
  SiteBucketName: 'site-bucket',
  DistributionId: 'E1ABCDEF',
  UserPoolId: 'eu-central-1_Abc123',
  UserPoolClientId: 'client',
  FileBucketName: 'file-bucket',
  ApiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
  Region: 'eu-central-1',
};

/** Replaces the CDK command line: records its calls and writes the outputs file. */
const createCommandLine = (written: unknown) => {
  const calls: string[] = [];
  const run: RunCommand = async (command, args) => {
    calls.push([command, ...args].join(' '));
    const file = args[args.indexOf('--outputs-file') + 1];
    if (args.includes('--outputs-file') && file !== undefined) await writeFile(file, JSON.stringify(written));
  };
  return { calls, run };
};

const isCreated = () => Promise.resolve(true);

describe('the CDK command line', () => {
  test('receives the environment in every command', async () => {
    const { calls, run } = createCommandLine({ Api: outputs });
    const cdk = createCdk({ environment: 'production', run, isCreated });
    await cdk.synth();
    await cdk.diff();
    await cdk.deploy();
    await cdk.destroy();

    expect(calls).toHaveLength(4);
    for (const call of calls) expect(call).toMatch(/ --context environment=production$/);
  });

  test('adds the protection against deletion after the first deployment', async () => {
    const { calls, run } = createCommandLine({ Api: outputs });
    await createCdk({ environment: 'production', run, isCreated: () => Promise.resolve(false) }).deploy();

    expect(calls).toEqual([
      expect.stringContaining('first-deployment=true'),
      expect.not.stringContaining('first-deployment'),
    ]);
  });

  test('never removes the protection in a later deployment', async () => {
    const { calls, run } = createCommandLine({ Api: outputs });
    await createCdk({ environment: 'production', run, isCreated }).deploy();

    expect(calls).toEqual([expect.not.stringContaining('first-deployment')]);
  });

  test('merges the outputs of all stacks', async () => {
    const { SiteUrl, SiteBucketName, DistributionId, ...others } = outputs;
    const { run } = createCommandLine({
      Web: { SiteUrl, SiteBucketName, DistributionId },
      Api: { ...others, ExportsOutputRefTable: 'irrelevant' },
    });

    await expect(createCdk({ environment: 'demo', run, isCreated }).deploy()).resolves.toEqual(outputs);
  });

  test('names every missing output', async () => {
    const { SiteUrl: _url, Region: _region, ...incomplete } = outputs;
    const { run } = createCommandLine({ Web: incomplete });

    await expect(createCdk({ environment: 'demo', run, isCreated }).deploy()).rejects.toThrow(
      'SiteUrl, Region.',
    );
  });

  test('fails the deployment if a command fails', async () => {
    const run: RunCommand = () => Promise.reject(new Error('cdk failed'));

    await expect(createCdk({ environment: 'demo', run, isCreated }).deploy()).rejects.toThrow('cdk failed');
  });
});
