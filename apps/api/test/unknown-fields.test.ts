import { type Operation, operations } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from './support/sample-of.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { OperationName } from './support/test-client.ts';
import type { TestUser } from './support/test-users.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser();
});

afterAll(() => api.close());

const all = Object.entries<Operation>(operations);
const names = Object.keys(operations) as OperationName[];
const withBody = names.filter((name) => !/^(GET|DELETE)$/.test(operations[name].method));

const anyId = '01a22237-7a83-7663-8414-c565a70babf1';
const params = {
  itemId: anyId,
  folderId: anyId,
  grantId: anyId,
  linkId: anyId,
  uploadId: anyId,
  sessionId: 'any',
};
const refusal = { status: 400, errors: [{ path: 'unknown', message: 'This field is not known.' }] };

const bodyOf = ({ body }: Operation) => body && sampleOf(body);

describe('a request', () => {
  test.each(names)('of %s with an unknown parameter is rejected', async (name) => {
    const response = await ada.request(name, params).query({ unknown: 'x' }).send(bodyOf(operations[name]));

    expect(response.body).toMatchObject(refusal);
  });

  test.each(withBody)('of %s with an unknown field in the body is rejected', async (name) => {
    const response = await ada.request(name, params).send({ ...bodyOf(operations[name]), unknown: true });

    expect(response.body).toMatchObject(refusal);
  });
});

const addUnknownFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(addUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, addUnknownFields(field)]);
  return { ...Object.fromEntries(fields), unknown: 'x' };
};

const responses = all.flatMap(([name, operation]) =>
  Object.values(operation.responses).flatMap((schema) => (schema ? [[name, schema] as const] : [])),
);

describe('a response', () => {
  test.each(responses)('of %s is accepted with unknown fields at every level', (_name, schema) => {
    const sample = sampleOf(schema);

    expect(schema.safeParse(sample).error).toBeUndefined();
    expect(schema.safeParse(addUnknownFields(sample)).error).toBeUndefined();
  });
});
