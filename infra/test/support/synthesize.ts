import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { inject } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { type EnvironmentConfig, environments } from '../../config.ts';
import { addStacks } from '../../stacks/add-stacks.ts';

/** Handlers that do nothing: these tests are about the resources around them. */
const createCode = () => Code.fromAsset(join(import.meta.dirname, 'program'));

/** A configuration of the repository with changes. */
export const configOf = (
  name: 'demo' | 'production',
  changes: Partial<EnvironmentConfig> = {},
): EnvironmentConfig => {
  const config = environments[name];
  if (config === undefined) throw new Error(`No environment "${name}".`);
  return { ...config, ...changes };
};

/** Creates an app with the stacks of a configuration, not yet synthesized. */
export const createApp = (
  config: EnvironmentConfig,
  name = 'test',
  options = {},
): { app: App; stack: Stack } => {
  const outdir = mkdtempSync(join(inject('cloudAssemblies'), 'app-'));
  const app = new App({ context: cdk.context, outdir });
  return { app, stack: addStacks(app, name, config, createCode(), options) };
};

const templates = new Map<string, Template>();

/** The template of the app's stack, cached per configuration. */
export const synthesize = (config: EnvironmentConfig): Template => {
  const key = JSON.stringify(config);
  const template = templates.get(key) ?? Template.fromStack(createApp(config).stack);
  templates.set(key, template);
  return template;
};

/** The configurations that every check runs on. */
export const variations: Readonly<Record<string, EnvironmentConfig>> = {
  'the demo': configOf('demo'),
  production: configOf('production'),
  'production with a REST API, every provider and an identity pool': configOf('production', {
    api: { ...configOf('production').api, type: 'rest' },
    mail: { from: 'ShareMyFiles <no-reply@example.com>', identity: 'domain', verified: true },
    auth: {
      selfSignUp: true,
      mfa: 'required',
      threatProtection: 'enforce',
      identityPool: true,
      domainPrefix: 'share-my-files-example',
      providers: [
        {
          type: 'google',
          clientId: 'google-client',
          clientSecret: { secret: 'google', field: 'clientSecret' },
        },
        {
          type: 'apple',
          servicesId: 'com.example.share',
          teamId: 'TEAM123456',
          keyId: 'KEY1234567',
          privateKey: { secret: 'apple' },
        },
        { type: 'saml', name: 'Company', metadataUrl: 'https://idp.example.com/metadata.xml' },
        {
          type: 'oidc',
          name: 'Partner',
          issuerUrl: 'https://id.example.org',
          clientId: 'partner-client',
          clientSecret: { secret: 'partner', field: 'clientSecret' },
        },
      ],
    },
  }),
};
