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

const sources: string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.map'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).sources);

/** The files of our functions; the CDK adds functions of its own. */
const entries = resourcesOf(synthesize(configOf('demo')), 'AWS::Lambda::Function')
  .filter(([id]) => id.startsWith('Programs'))
  .map(([, { Handler }]) => String(Handler).replace(/\.handler$/, ''));

const start = `
  const { handler } = await import(process.argv[1]);
  const result = process.argv[2] === undefined ? typeof handler : await handler(JSON.parse(process.argv[2]), {});
  process.stdout.write(JSON.stringify(result), () => process.exit());
`;

/** Starts a function in its folder, with every setting of the three; nothing listens at the addresses. */
const run = (entry: string, event?: object): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        start,
        join(folder, `${entry}.js`),
        ...(event ? [JSON.stringify(event)] : []),
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          LOG_LEVEL: 'silent',
          PUBLIC_ORIGIN: 'https://share.example.com',
          COGNITO_USER_POOL_ID: 'eu-west-1_Abc123',
          COGNITO_USER_POOL_CLIENT_ID: 'client',
          // Starting needs no keys.
          COGNITO_ENDPOINT: 'http://127.0.0.1:9',
          AWS_REGION: 'eu-west-1',
          S3_BUCKET: 'files',
          DSQL_ENDPOINT: 'cluster.dsql.eu-west-1.on.aws',
          API_ROLE_ARNS: 'arn:aws:iam::123456789012:role/api',
        },
      },
    ),
  );

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
    expect(sources).toContainEqual(expect.stringContaining('/drizzle-orm/'));
    expect(sources.filter((source) => source.includes('/@electric-sql/'))).toEqual([]);
  });

  it('has the license of each bundled package', () => {
    const licenses = readFileSync(join(folder, 'licenses.md'), 'utf8');
    const packages = sources.flatMap(
      (source) => /\.pnpm\/[^/]+\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    );
    // The source map of one package leads to a folder beside it.
    const bundled = new Set(packages.filter((name) => name !== 'src'));

    expect(bundled.size).toBeGreaterThan(50);
    for (const name of bundled) expect(licenses).toContain(`## ${name} `);
  });

  it('has the migrations', () => {
    expect(readdirSync(join(folder, 'migrations'))).toContain('meta');
  });

  it.each(entries)('starts %s in a folder without node_modules', (entry) => {
    expect(run(entry)).toBe('function');
  });

  it('answers a request', () => {
    expect(run('lambda', healthCheck)).toMatchObject({ statusCode: 200 });
  });
});
