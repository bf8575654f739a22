import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, inject, it } from 'vitest';
import { bundleApi } from '../api-code.ts';
import { configOf, synthesize } from './support/synthesize.ts';
import { resourcesOf } from './support/template.ts';

/** The folder that becomes the code of each function. */
const bundle = () => {
  const app = new App({ outdir: join(inject('cloudAssemblies'), 'bundle') });
  const { s3Location } = bundleApi().bind(new Stack(app, 'Bundle'));
  return join(app.outdir, `asset.${s3Location?.objectKey.replace(/\.zip$/, '')}`);
};

const folder = bundle();

const invoke = `
  const { handler } = await import(process.argv[1]);
  const { statusCode } = await handler(JSON.parse(process.argv[2]), {});
  process.stdout.write(String(statusCode), () => process.exit());
`;

const healthCheck = {
  version: '2.0',
  rawPath: '/healthz',
  rawQueryString: '',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/healthz', sourceIp: '203.0.113.7' } },
  isBase64Encoded: false,
};

describe('The code of the functions', () => {
  it('holds no PGlite: production has a cluster', () => {
    const maps = readdirSync(folder).filter((name) => name.endsWith('.map'));
    const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).sources);

    expect(sources).toContainEqual(expect.stringContaining('/drizzle-orm/'));
    expect(sources.filter((source) => source.includes('/@electric-sql/'))).toEqual([]);
  });

  it('has an entry for each function, and the migrations', () => {
    const functions = resourcesOf(synthesize(configOf('demo')), 'AWS::Lambda::Function');
    const ours = functions.filter(([id]) => id.startsWith('Programs'));

    expect(ours).toHaveLength(3);
    for (const [, { Handler }] of ours) {
      const [entry, name] = String(Handler).split('.');
      expect(readFileSync(join(folder, `${entry}.js`), 'utf8')).toMatch(
        RegExp(`export\\{[^}]*\\b${name}\\b`),
      );
    }
    expect(readdirSync(join(folder, 'migrations'))).toContain('meta');
  });

  it('starts in a folder without node_modules, and answers', () => {
    const status = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', invoke, join(folder, 'lambda.js'), JSON.stringify(healthCheck)],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          LOG_LEVEL: 'silent',
          PUBLIC_ORIGIN: 'https://share.example.com',
          COGNITO_USER_POOL_ID: 'eu-west-1_Abc123',
          COGNITO_USER_POOL_CLIENT_ID: 'client',
          // Nothing listens there: starting needs no keys.
          COGNITO_ENDPOINT: 'http://127.0.0.1:9',
          AWS_REGION: 'eu-west-1',
          S3_BUCKET: 'files',
          DSQL_ENDPOINT: 'cluster.dsql.eu-west-1.on.aws',
        },
      },
    );
    expect(status).toBe('200');
  });
});
