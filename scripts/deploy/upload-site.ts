import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import mime from 'mime';
import pLimit from 'p-limit';
import type { WebConfig } from '../../apps/web/src/config/web-config.ts';

type SiteFile = { key: string; body: Uint8Array | string };

type Site = {
  s3: S3Client;
  bucket: string;
  /** What `vite build` wrote. */
  folder: string;
  config: WebConfig;
};

// Vite puts the hash of the content into the names below assets/, and nowhere else.
const isHashed = ({ key }: SiteFile): boolean => key.startsWith('assets/');

const cacheControl = (file: SiteFile): string =>
  isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

const readFiles = async (folder: string): Promise<SiteFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => ({
      key: relative(folder, path).split(sep).join('/'),
      body: await readFile(path),
    })),
  );
};

/**
 * Puts the site into its bucket, in an order in which no visitor meets a page whose scripts are missing: first what
 * has a hash in its name, then `config.json` and the rest, last `index.html`. What earlier versions left stays, since
 * open tabs still load from it. Returns the number of objects written.
 */
export const uploadSite = async ({ s3, bucket, folder, config }: Site): Promise<number> => {
  const files = await readFiles(folder);
  const index = files.find(({ key }) => key === 'index.html');
  if (index === undefined) throw new Error(`There is no index.html in ${folder}.`);

  const hashed = files.filter(isHashed);
  const rest = files.filter((file) => !isHashed(file) && file !== index && file.key !== 'config.json');
  const configFile = { key: 'config.json', body: `${JSON.stringify(config, null, 2)}\n` };

  const limit = pLimit(8);
  const put = (file: SiteFile) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: file.key,
        Body: file.body,
        ContentType: mime.getType(file.key) ?? 'application/octet-stream',
        CacheControl: cacheControl(file),
      }),
    );
  for (const batch of [hashed, [...rest, configFile], [index]]) await limit.map(batch, put);
  return hashed.length + rest.length + 2;
};
