import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { GetBucketCorsCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';
import { preview } from 'vite';
import { type WebConfig, webConfigSchema } from '../../apps/web/src/config/web-config.ts';
import { pageSecurityHeaders } from '../../infra/constructs/web/security-headers.ts';
import { bucket, credentials, region } from '../../scripts/dev/services.ts';
import { stack } from './stack.ts';

const root = resolve(import.meta.dirname, '../../apps/web');

const localhost = (port: number) => `http://localhost:${port}`;

/** In a process of its own: in this one NODE_ENV makes React's development build of it. */
const build = async (outDir: string): Promise<void> => {
  await promisify(execFile)(join(root, 'node_modules/.bin/vite'), ['build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
};

const readWebConfig = async (): Promise<WebConfig> =>
  webConfigSchema.parse(await (await fetch(`${localhost(stack().webPort)}/config.json`)).json());

const cognitoOriginsOf = ({ cognito, identityPool }: WebConfig): string[] => {
  const { userPoolEndpoint, oauth } = cognito;
  const urls = [userPoolEndpoint, oauth && `https://${oauth.domain}`, identityPool?.identityPoolEndpoint];
  return [...new Set(urls.filter((url) => url !== undefined).map((url) => new URL(url).origin))];
};

/** Adds to the rule that the bucket has for the development server the same one for another origin. */
const letUseBucket = async (origin: string): Promise<void> => {
  const endpoint = localhost(stack().s3Port);
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    const { CORSRules: rules = [] } = await s3.send(new GetBucketCorsCommand({ Bucket: bucket }));
    const added = rules.slice(0, 1).map((rule) => ({ ...rule, AllowedOrigins: [origin] }));
    const CORSConfiguration = { CORSRules: [...rules, ...added] };
    await s3.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration }));
  } finally {
    s3.destroy();
  }
};

/** Serves the production build with the headers of production, on the API, Cognito and S3 of the stack. */
export const serveBuiltSite = async () => {
  const outDir = join(stack().directory, 'site');
  await build(outDir);
  const cognitoOrigins = cognitoOriginsOf(await readWebConfig());
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir },
    preview: {
      port: 0,
      headers: pageSecurityHeaders({ bucketOrigins: [localhost(stack().s3Port)], cognitoOrigins }),
      proxy: { '/api': localhost(stack().apiPort), '/config.json': localhost(stack().webPort) },
    },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The built site has no port.');
  const origin = localhost(address.port);
  await letUseBucket(origin);
  return { origin, close: () => server.close() };
};
