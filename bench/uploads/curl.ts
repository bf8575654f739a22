import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SignedParts, Upload } from '@share-my-files/contract';

/** The API, and the header of a signed-in user. */
type Api = { url: string; authorization: string };

const send = async <Response>({ url, authorization }: Api, path: string, body: object): Promise<Response> => {
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Response;
};

type Part = { path: string; url: string; headers: Record<string, string> };

/** Writes each part of a file into a file of its own, because curl sends whole files. */
const splitFile = (path: string, partSizeBytes: number) => {
  const content = readFileSync(path);
  return Array.from({ length: Math.ceil(content.length / partSizeBytes) }, (_, index) => {
    const part = content.subarray(index * partSizeBytes, (index + 1) * partSizeBytes);
    const partPath = `${path}.${index + 1}`;
    writeFileSync(partPath, part);
    const checksumSha256 = createHash('sha256').update(part).digest('base64');
    return { path: partPath, partNumber: index + 1, checksumSha256 };
  });
};

const startUpload = async (api: Api, path: string) => {
  const sizeBytes = readFileSync(path).length;
  const file = { name: basename(path), sizeBytes, mediaType: 'application/octet-stream' };
  const { id, partSizeBytes } = await send<Upload>(api, '/uploads', file);
  const split = splitFile(path, partSizeBytes);
  const parts = split.map(({ partNumber, checksumSha256 }) => ({ partNumber, checksumSha256 }));
  const signed = await send<SignedParts>(api, `/uploads/${id}/parts`, { parts });
  return { id, parts: signed.parts.map((part, index) => ({ ...part, path: split[index]?.path ?? '' })) };
};

const toConfig = ({ path, url, headers }: Part): string =>
  [
    `url = "${url}"`,
    `upload-file = "${path}"`,
    'output = "/dev/null"',
    'fail',
    // Without it, curl waits for permission to send a large body.
    'header = "Expect:"',
    ...Object.entries(headers).map(([name, value]) => `header = "${name}: ${value}"`),
  ].join('\n');

const runCurl = (parts: readonly Part[], partsAtOnce: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = ['--silent', '--show-error', '--parallel', '--parallel-max', String(partsAtOnce)];
    const curl = execFile('curl', [...options, '--config', '-'], (error) =>
      error === null ? resolve() : reject(error),
    );
    curl.stdin?.end(parts.map(toConfig).join('\nnext\n'));
  });

const cancelUpload = async ({ url, authorization }: Api, id: string): Promise<void> => {
  await fetch(`${url}/uploads/${id}`, { method: 'DELETE', headers: { authorization } });
};

/** Sends the parts of files with curl to presigned URLs, as many at once as the app. Returns the seconds of curl. */
export const putWithCurl = async (api: Api, paths: readonly string[]): Promise<number> => {
  const uploads = [];
  for (const path of paths) uploads.push(await startUpload(api, path));
  const startedAt = performance.now();
  await runCurl(
    uploads.flatMap(({ parts }) => parts),
    4,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { id } of uploads) await cancelUpload(api, id);
  return seconds;
};
