import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import {
  type Problem,
  signPartsSchema,
  startUploadSchema,
  type UploadStatus,
} from '@share-my-files/contract';
import { startServer } from './start-server.ts';

type StoredPart = { readonly bytes: Buffer; readonly checksumSha256: string };
type FakeUpload = {
  upload: Omit<UploadStatus, 'storedParts'>;
  parts: Map<number, StoredPart>;
  polls: number;
};

/** What goes wrong: each hook may answer a request itself, and then returns true. */
export type Faults = {
  put?: (request: IncomingMessage, response: ServerResponse, partNumber: number) => boolean;
  api?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
};

export const sendProblem = (
  response: ServerResponse,
  { status, code, ...rest }: Partial<Problem> & Pick<Problem, 'status' | 'code'>,
): true => {
  const problem: Problem = {
    type: 'about:blank',
    title: code,
    requestId: 'request-1',
    status,
    code,
    ...rest,
  };
  response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem));
  return true;
};

const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** The upload half of the API and the S3 behind it, on one real HTTP server with parts of ten bytes. */
export const startFakeStorage = async (faults: Faults = {}) => {
  const uploads = new Map<string, FakeUpload>();
  const requests: string[] = [];
  const settings = { pollsUntilReady: 0, urlLifeMilliseconds: 60_000 };
  let generation = 0;

  const statusOf = ({ upload, parts }: FakeUpload): UploadStatus => ({
    ...upload,
    storedParts: [...parts].map(([partNumber, { bytes, checksumSha256 }]) => ({
      partNumber,
      sizeBytes: bytes.length,
      checksumSha256,
    })),
  });

  const start = async (request: IncomingMessage, response: ServerResponse) => {
    const { name, sizeBytes } = startUploadSchema.parse(JSON.parse(String(await buffer(request))));
    const upload = {
      id: randomUUID(),
      itemId: randomUUID(),
      state: 'uploading' as const,
      name,
      sizeBytes,
      partSizeBytes: 10,
      partCount: Math.max(1, Math.ceil(sizeBytes / 10)),
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    uploads.set(upload.id, { upload, parts: new Map(), polls: 0 });
    sendJson(response, 201, upload);
  };

  const sign = async (request: IncomingMessage, response: ServerResponse, { upload }: FakeUpload) => {
    const { parts } = signPartsSchema.parse(JSON.parse(String(await buffer(request))));
    generation += 1;
    sendJson(response, 200, {
      parts: parts.map(({ partNumber, checksumSha256 }) => ({
        partNumber,
        url: `${origin}/s3/${upload.id}/${partNumber}?generation=${generation}`,
        headers: { 'x-amz-checksum-sha256': checksumSha256 },
      })),
      expiresAt: new Date(Date.now() + settings.urlLifeMilliseconds).toISOString(),
    });
  };

  const put = async (request: IncomingMessage, response: ServerResponse, url: string) => {
    const [, , uploadId = '', number = ''] = new URL(url, origin).pathname.split('/');
    const partNumber = Number(number);
    if (faults.put?.(request, response, partNumber)) return;
    const bytes = await buffer(request);
    const checksumSha256 = String(request.headers['x-amz-checksum-sha256']);
    if (sha256(bytes) !== checksumSha256 || request.headers.authorization !== undefined) {
      response.writeHead(400).end();
      return;
    }
    uploads.get(uploadId)?.parts.set(partNumber, { bytes, checksumSha256 });
    response.writeHead(200).end();
  };

  const complete = (response: ServerResponse, found: FakeUpload) => {
    if (found.parts.size < found.upload.partCount) {
      return sendProblem(response, { status: 409, code: 'upload_incomplete' });
    }
    found.upload.state = settings.pollsUntilReady === 0 ? 'ready' : 'completing';
    return sendJson(response, 202, found.upload);
  };

  const poll = (response: ServerResponse, found: FakeUpload) => {
    if (found.upload.state === 'completing') {
      found.polls += 1;
      if (found.polls >= settings.pollsUntilReady) found.upload.state = 'ready';
    }
    return sendJson(response, 200, statusOf(found));
  };

  const answer = (request: IncomingMessage, response: ServerResponse, url: string) => {
    const [, , uploadId = '', action] = url.split('/');
    if (url === '/uploads') return start(request, response);
    const found = uploads.get(uploadId);
    if (!found) return sendProblem(response, { status: 404, code: 'not_found' });
    if (action === 'parts') return sign(request, response, found);
    if (action === 'complete') return complete(response, found);
    if (request.method === 'GET') return poll(response, found);
    uploads.delete(uploadId);
    return response.writeHead(204).end();
  };

  const origin: string = await startServer(async (request, response) => {
    const url = request.url ?? '';
    requests.push(`${request.method} ${url.replace(/[0-9a-f-]{36}/, ':id').replace(/\?.*/, '')}`);
    if (url.startsWith('/s3/')) return put(request, response, url);
    if (!(await faults.api?.(request, response))) await answer(request, response, url);
  });

  return {
    origin,
    uploads,
    requests,
    settings,
    contentOf: (name: string): string | undefined => {
      const found = [...uploads.values()].find(({ upload }) => upload.name === name);
      if (found?.upload.state !== 'ready') return undefined;
      const parts = [...found.parts].toSorted(([left], [right]) => left - right);
      return Buffer.concat(parts.map(([, { bytes }]) => bytes)).toString();
    },
  };
};
