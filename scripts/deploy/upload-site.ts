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
  /** The output of `vite build`. */
  folder: string;
  config: WebConfig;
};

// Vite puts a content hash into the file names below assets/ only.
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
 * Uploads the site to its bucket: first the files with a hash in their names, then `config.json` and the rest, last
 * `index.html`, so that no visitor gets a page whose scripts are missing. Files of earlier versions stay, because open
 * tabs still load them. Returns the number of objects written.
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
