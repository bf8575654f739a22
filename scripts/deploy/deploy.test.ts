import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type LocalS3, startLocalS3 } from '@share-my-files/local-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webConfigSchema } from '../../apps/web/src/config/web-config.ts';
import { readEnvironment } from '../../infra/config.ts';
import { error } from '../doctor/finding.ts';
import { checkAccount } from './check-account.ts';
import { deploy } from './deploy.ts';
import { invalidateCache } from './invalidate-cache.ts';
import { type DeploySettings, parseDeploySettings } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';
import { uploadSite } from './upload-site.ts';
import { createWebConfig } from './web-config.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
const bucket = 'site-bucket';
const outputs: StackOutputs = {
  SiteUrl: 'https://d111111abcdef8.cloudfront.net',
  SiteBucketName: bucket,
  DistributionId: 'E1ABCDEF',
  UserPoolId: 'eu-central-1_Abc123',
  UserPoolClientId: 'client',
  FileBucketName: 'file-bucket',
  ApiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
  Region: 'eu-central-1',
};
const page = '<script type="module" src="/assets/start-a1b2c3.js"></script>';
const site = {
  'index.html': page,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'robots.txt': 'User-agent: *\nDisallow: /\n',
  'assets/start-a1b2c3.js': 'export {};',
  'assets/inter-d4e5f6.woff2': 'font',
};

let folder: string;
let localS3: LocalS3;
let s3: S3Client;
let steps: string[];
let printed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-deploy-'));
  localS3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials });
  s3 = new S3Client({ endpoint: localS3.endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  for (const [path, content] of Object.entries(site)) await writeFile(join(folder, 'dist', path), content);
  // A leftover of local development, which must not reach production.
  await writeFile(join(folder, 'dist/config.json'), '{}');
});

beforeEach(() => {
  steps = [];
  printed = [];
});

afterAll(async () => {
  s3.destroy();
  await localS3.close();
  await rm(folder, { recursive: true });
});

const run = (options: string[], answer = true) => {
  const settings: DeploySettings = parseDeploySettings(options);
  const step = (name: string) => () => {
    steps.push(name);
    return Promise.resolve();
  };
  return deploy(settings, {
    checkAccount: step('check'),
    cdk: {
      synth: step('synth'),
      diff: step('diff'),
      deploy: () => step('deploy')().then(() => outputs),
      destroy: step('destroy'),
    },
    buildSite: step('build'),
    publishSite: async ({ SiteBucketName }) => {
      steps.push('publish');
      await uploadSite({
        s3,
        bucket: SiteBucketName,
        folder: join(folder, 'dist'),
        config: createWebConfig(outputs),
      });
    },
    confirm: () => step('confirm')().then(() => answer),
    print: (line) => printed.push(line),
  });
};

describe('pnpm run deploy', () => {
  test('checks the account, builds, shows the difference, asks, deploys, publishes the site and prints its address', async () => {
    await run([]);

    expect(steps).toEqual(['check', 'build', 'synth', 'diff', 'confirm', 'deploy', 'publish']);
    expect(printed.at(-1)).toBe(`ShareMyFiles (demo) is at ${outputs.SiteUrl}`);
  });

  test.each([
    ['--dry-run', ['--dry-run'], ['check', 'build', 'synth', 'diff']],
    ['no', [], ['check', 'build', 'synth', 'diff', 'confirm']],
  ])('changes nothing after %s', async (_name, options, expected) => {
    await run(options, false);

    expect(steps).toEqual(expected);
    expect(printed.at(-1)).toBe('Nothing was changed.');
  });

  test('skips the question with --yes', async () => {
    await run(['--yes']);

    expect(steps).not.toContain('confirm');
    expect(steps).toContain('deploy');
  });

  test('removes the demo after a confirmation', async () => {
    await run(['--destroy']);
    expect(steps).toEqual(['confirm', 'destroy']);
  });

  test.each([
    [['--destroy'], false],
    [['--destroy', '--dry-run', '--yes'], true],
  ])('keeps the demo after %j with the reply %j', async (options, answer) => {
    await run(options, answer);
    expect(steps).not.toContain('destroy');
  });

  test('never removes an environment that is not destroyable', () => {
    const kept = { kept: { ...readEnvironment('demo'), destroyable: false } };

    expect(() => parseDeploySettings(['--environment', 'kept', '--destroy'], kept)).toThrow(
      'not destroyable in infra/config.ts',
    );
  });

  test.each(['staging', 'constructor'])('rejects the unknown environment %s', (name) => {
    expect(() => parseDeploySettings(['--environment', name])).toThrow('has demo, production.');
  });

  test('goes no further with an account that is not ready, and says what is missing', async () => {
    const missing = [error('Lambda quota', 'is 10 instances at once', 'Request more.')];
    const check = () => Promise.resolve(missing);

    await expect(checkAccount(readEnvironment('demo'), (line) => printed.push(line), check)).rejects.toThrow(
      'not ready',
    );
    expect(printed.join()).toMatch(/Lambda quota.+is 10 instances at once\n.+Request more\./);
  });

  test('rejects an unknown option', () => {
    expect(() => parseDeploySettings(['--force'])).toThrow('--force');
  });
});

describe('the published site', () => {
  const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));

  beforeAll(() => run(['--yes']));

  test.each([
    ['index.html', 'text/html', 'no-cache'],
    ['config.json', 'application/json', 'no-cache'],
    ['favicon.svg', 'image/svg+xml', 'no-cache'],
    ['robots.txt', 'text/plain', 'no-cache'],
    ['assets/start-a1b2c3.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['assets/inter-d4e5f6.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('has %s as %s, cached as %s', async (key, ContentType, CacheControl) => {
    expect(await head(key)).toMatchObject({ ContentType, CacheControl });
  });

  test('has the configuration of the deployment, not one left in the build folder', async () => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'config.json' }));

    expect(webConfigSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''))).toEqual({
      selfSignUp: true,
      cognito: { userPoolId: outputs.UserPoolId, userPoolClientId: outputs.UserPoolClientId },
    });
  });

  test('gets its page last, after every file that the page names', async () => {
    const keys: (string | undefined)[] = [];
    s3.middlewareStack.add(
      (next) => (request) => {
        keys.push((request.input as { Key?: string }).Key);
        return next(request);
      },
      { step: 'initialize', name: 'recordKeys' },
    );
    await run(['--yes']);
    s3.middlewareStack.remove('recordKeys');

    expect(keys.slice(0, 2).every((key) => key?.startsWith('assets/'))).toBe(true);
    expect(keys.at(-1)).toBe('index.html');
    expect(keys).toHaveLength(6);
  });

  test('is not published without a page', async () => {
    const config = createWebConfig(outputs);
    await expect(uploadSite({ s3, bucket, folder: join(folder, 'dist/assets'), config })).rejects.toThrow(
      'no index.html',
    );
  });
});

test('publishing invalidates the whole cache of CloudFront', async () => {
  const sent: unknown[] = [];
  const send = (command: unknown) => Promise.resolve(sent.push(command));
  await invalidateCache({ send } as Parameters<typeof invalidateCache>[0], 'E1ABCDEF');

  const [command] = sent;
  if (!(command instanceof CreateInvalidationCommand)) throw new Error('Nothing was invalidated.');
  expect(command.input).toMatchObject({
    DistributionId: 'E1ABCDEF',
    InvalidationBatch: { Paths: { Quantity: 1, Items: ['/*'] } },
  });
});
