import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import {
  type Download,
  documentationPaths,
  operations,
  type PutGrant,
  problemResponses,
  problemsOf,
  type SignedParts,
  type SignParts,
  type StartUpload,
  type Upload,
} from '@share-my-files/contract';
import type { OpenApiDocument } from '@share-my-files/contract/openapi';
import { build, type Metafile } from 'esbuild';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

/** Methods that the generator makes of the ids of the operations. */
type GeneratedClient = {
  startUpload: (params: null, body: StartUpload) => Promise<{ data: Upload }>;
  signParts: (uploadId: string, body: SignParts) => Promise<{ data: SignedParts }>;
  completeUpload: (uploadId: string) => Promise<{ data: Upload }>;
  putGrant: (itemId: string, body: PutGrant) => Promise<unknown>;
  downloadItem: (params: { itemId: string; disposition: string }) => Promise<{ data: Download }>;
};

let api: TestApi;
let document: OpenApiDocument;

const get = (path: string) => api.anonymous.agent.get(`/api${path}`).expect(200);

beforeAll(async () => {
  api = await startTestApi();
  document = (await get(documentationPaths.document)).body;
});

afterAll(() => api.close());

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();

  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('the document names every operation with its statuses, problems and security', () => {
  const documented = Object.values(document.paths).flatMap((methods) => Object.values(methods));

  expect(documented.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(operations).sort());
  for (const [name, operation] of Object.entries(operations)) {
    const { security, responses } = documented.find(({ operationId }) => operationId === name) ?? {};
    const problems = problemsOf(operation).map((code) => String(problemResponses[code].status));
    const statuses = new Set([...Object.keys(operation.responses), ...problems]);
    expect(Object.keys(responses ?? {}).sort()).toEqual([...statuses].sort());
    expect(security).toEqual(operation.access === 'user' ? [{ accessToken: [] }] : []);
  }
});

test('a client generated from the document uploads, shares and downloads a file', async () => {
  const [ada, grace] = [await api.createUser(), await api.createUser()];
  const address = api.server.address();
  if (address === null || typeof address === 'string') throw new Error('The API has no port.');
  const clientOf = ({ accessToken }: { accessToken: string }) =>
    new OpenAPIClientAxios({
      // biome-ignore lint/suspicious/noExplicitAny: its type of a document is narrower than JSON Schema
      definition: document as any,
      withServer: { url: `http://127.0.0.1:${address.port}/api` },
      axiosConfigDefaults: { headers: { Authorization: `Bearer ${accessToken}` } },
    }).init<GeneratedClient>();
  const [adas, graces] = [await clientOf(ada), await clientOf(grace)];
  const bytes = Buffer.from('hello');
  const checksumSha256 = createHash('sha256').update(bytes).digest('base64');

  const { data: upload } = await adas.startUpload(null, {
    name: 'hello.txt',
    sizeBytes: bytes.length,
    mediaType: 'text/plain',
    parentId: null,
    nameConflict: 'keepBoth',
  });
  const { data: signed } = await adas.signParts(upload.id, { parts: [{ partNumber: 1, checksumSha256 }] });
  const [part] = signed.parts;
  const stored = await fetch(part?.url ?? '', { method: 'PUT', headers: part?.headers ?? {}, body: bytes });
  const { data: complete } = await adas.completeUpload(upload.id);
  await adas.putGrant(upload.itemId, { email: grace.email, role: 'viewer' });
  const { data: download } = await graces.downloadItem({ itemId: upload.itemId, disposition: 'inline' });

  expect(stored.status).toBe(200);
  expect(complete.state).toBe('ready');
  expect(await (await fetch(download.url)).text()).toBe('hello');
});

test('the page renders every operation and schema, without a script and under the policy of the API', async () => {
  const { text: page, headers } = await get(documentationPaths.page);
  const style = await get(documentationPaths.style);
  const anchors = [...page.matchAll(/href="#(\w+)"/g)].map(([, name]) => name);

  expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'self';/);
  expect(page).not.toMatch(/<script|<style|\s(style|on\w+)=|https?:/);
  expect(page).toContain(`<link rel="stylesheet" href="/api${documentationPaths.style}">`);
  expect(style.type).toBe('text/css');
  for (const name of [...Object.keys(operations), ...Object.keys(document.components.schemas), ...anchors]) {
    expect(page).toContain(`id="${name}"`);
  }
});

/** Returns the sources that an output of esbuild loads before its first request. */
const sourcesLoadedBy = (path: string, { outputs }: Metafile, seen = new Set<string>()): string[] => {
  if (seen.has(path)) return [];
  seen.add(path);
  const { inputs = {}, imports = [] } = outputs[path] ?? {};
  const chunks = imports.filter(({ kind }) => kind === 'import-statement').map((chunk) => chunk.path);
  return [
    ...Object.keys(inputs),
    ...chunks.flatMap((chunk) => sourcesLoadedBy(chunk, { outputs, inputs: {} }, seen)),
  ];
};

test('the start of the Lambda function loads none of it', async () => {
  const { metafile } = await build({
    absWorkingDir: resolve(import.meta.dirname, '..'),
    entryPoints: ['src/lambda.ts'],
    outdir: 'unused',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });

  const loaded = sourcesLoadedBy('unused/lambda.js', metafile);

  expect(loaded).toContain('src/documentation/documentation-routes.ts');
  expect(loaded.filter((source) => /documentation\/(?!documentation-routes)|openapi/.test(source))).toEqual(
    [],
  );
});
