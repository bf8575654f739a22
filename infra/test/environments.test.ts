import { describe, expect, it } from 'vitest';
import { createCdk } from '../../scripts/deploy/cdk.ts';
import { parseDeploySettings } from '../../scripts/deploy/settings.ts';
import { defaultEnvironment, environments, readEnvironment } from '../config.ts';
import { configOf, createApp } from './support/synthesize.ts';

const withThird = { ...environments, staging: configOf('production', { destroyable: true }) };

describe('A third environment in `infra/config.ts`', () => {
  it('is accepted by `pnpm run deploy`, which passes its name to the CDK', async () => {
    const { environment } = parseDeploySettings(['--environment', 'staging'], withThird);
    const calls: string[][] = [];
    await createCdk(environment, async (_, args) => void calls.push(args)).synth();

    expect(calls).toEqual([expect.arrayContaining(['synth', '--context', 'environment=staging'])]);
  });

  it('is removed by `--destroy` only if it is destroyable', () => {
    const args = ['--environment', 'staging', '--destroy'];
    expect(parseDeploySettings(args, withThird)).toMatchObject({ destroy: true });

    const kept = { ...withThird, staging: configOf('production') };
    expect(() => parseDeploySettings(args, kept)).toThrow('not destroyable');
  });

  it('has stacks of its own', () => {
    const { app } = createApp(readEnvironment('staging', withThird), 'staging');

    expect(app.node.children.map(({ node }) => node.id)).toEqual(
      expect.arrayContaining(['ShareMyFiles-staging', 'ShareMyFiles-staging-edge']),
    );
  });
});

describe('The name of an environment', () => {
  it.each(['prodution', 'constructor'])('has to be configured, unlike %s', (name) => {
    expect(() => readEnvironment(name)).toThrow('infra/config.ts has demo, production');
  });

  it.each(['Staging', 'eu_west', '2nd', 'much-too-long'])(
    'has to fit into a bucket name, unlike %s',
    (name) => {
      expect(() => readEnvironment(name, { [name]: configOf('demo') })).toThrow('lowercase letters');
    },
  );

  it('is configured for commands that name none', () => {
    expect(environments).toHaveProperty(defaultEnvironment);
  });
});
