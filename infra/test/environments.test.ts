import { describe, expect, it } from 'vitest';
import { createCdk } from '../../scripts/deploy/cdk.ts';
import { parseDeploySettings } from '../../scripts/deploy/settings.ts';
import { defaultEnvironment, type EnvironmentConfig, environments, readEnvironment } from '../config.ts';
import { configOf, createApp } from './support/synthesize.ts';

const own = {
  domain: { name: 'share.own.dev', hostedZone: { id: 'Z3AADJGX6KTTL2', name: 'own.dev' } },
  mail: { from: 'Files <no-reply@own.dev>', identity: 'domain', verified: false },
  monitoring: { logRetentionDays: 90, monthlyBudgetDollars: 500, notify: 'operations@own.dev' },
} as const;
const withThird = { ...environments, staging: configOf('production', { ...own, destroyable: true }) };

describe('A third environment in `infra/config.ts`', () => {
  it('is accepted by `pnpm run deploy`, which passes its name to the CDK', async () => {
    const { environment } = parseDeploySettings(['--environment', 'staging'], withThird);
    const calls: string[][] = [];
    const run = async (_: string, args: string[]) => void calls.push(args);
    await createCdk({ environment, run, isCreated: () => Promise.resolve(true) }).synth();

    expect(calls).toEqual([expect.arrayContaining(['synth', '--context', 'environment=staging'])]);
  });

  it('is removed by `--destroy` only if it is destroyable', () => {
    const args = ['--environment', 'staging', '--destroy'];
    expect(parseDeploySettings(args, withThird)).toMatchObject({ destroy: true });

    const kept = { ...withThird, staging: configOf('production', own) };
    expect(() => parseDeploySettings(args, kept)).toThrow('not destroyable');
  });

  it('has stacks of its own', () => {
    const { app } = createApp(readEnvironment('staging', withThird), 'staging');

    expect(app.node.children.map(({ node }) => node.id)).toEqual(
      expect.arrayContaining(['ShareMyFiles-staging', 'ShareMyFiles-staging-edge']),
    );
  });
});

describe('An environment that AWS would reject, or that belongs to a stranger', () => {
  const problemWith = (changes: Partial<EnvironmentConfig>) => () =>
    readEnvironment('staging', { staging: configOf('production', { ...own, ...changes }) });

  it('is refused as long as production contains examples, each of which is named', () => {
    expect(() => readEnvironment('production')).toThrow(
      [
        'Environment "production" cannot be deployed. Correct infra/config.ts:',
        '  domain.name is still an example: share.example.com',
        '  domain.hostedZone.id is still an example: Z0123456789EXAMPLE',
        '  domain.hostedZone.name is still an example: example.com',
        '  mail.from is still an example: ShareMyFiles <no-reply@example.com>',
        '  monitoring.notify is still an example: operations@example.com',
      ].join('\n'),
    );
    expect(problemWith({})).not.toThrow();
  });

  it.each([
    'https://idp.example.org/metadata.xml',
    'https://id.partner.test',
    'https://id.partner.invalid/saml',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:oidc',
  ])('is refused with the example %s of an identity provider', (metadataUrl) => {
    const auth = { ...configOf('demo').auth, providers: [{ type: 'saml', name: 'Company', metadataUrl }] };

    expect(problemWith({ auth: auth as EnvironmentConfig['auth'] })).toThrow(
      `auth.providers.0.metadataUrl is still an example: ${metadataUrl}`,
    );
  });

  it('is refused with a domain outside of its hosted zone, whose certificate nothing could validate', () => {
    const domain = { name: 'share.other.dev', hostedZone: own.domain.hostedZone };

    expect(problemWith({ domain })).toThrow('domain.name is not in the hosted zone own.dev');
    expect(problemWith({ domain: { ...domain, name: 'own.dev' } })).not.toThrow();
  });

  it('is refused with more warm instances than it may run', () => {
    const { api } = configOf('demo');

    expect(problemWith({ api: { ...api, reservedConcurrency: 1, provisionedConcurrency: 2 } })).toThrow(
      'exceeds api.reservedConcurrency',
    );
  });

  it.each([0, 0.5])('is refused with a sweeper every %d minutes', (everyMinutes) => {
    expect(problemWith({ sweeper: { everyMinutes } })).toThrow('sweeper.everyMinutes');
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
