import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Operation } from './operation.ts';
import { operations, operationsByFeature } from './operations.ts';

const all = Object.entries<Operation>(operations);
const features = Object.values(operationsByFeature);

test('has every operation of every feature under a name of its own', () => {
  expect(all.map(([name]) => name).sort()).toEqual(
    features.flatMap((feature) => Object.keys(feature)).sort(),
  );
});

test('has no two operations with the same method and path', () => {
  const routes = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);

  expect(routes).toEqual([...new Set(routes)]);
});

test.each(all)(
  '%s has a schema for each parameter of its path and for no other',
  (_name, { path, params }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

    expect(Object.keys(params?.shape ?? {})).toEqual(named);
  },
);

test.each(all)('%s has exactly one success status', (_name, { responses }) => {
  expect(Object.keys(responses)).toHaveLength(1);
});

const requests = all.flatMap(([name, { query, body }]) =>
  Object.entries({ query, body }).flatMap(([part, schema]) =>
    schema ? [[name, part, schema] as const] : [],
  ),
);

test.each(requests)('%s rejects an unknown field in its %s', (_name, _part, schema) => {
  const issues = schema.safeParse({ unknown: true }).error?.issues;

  expect(issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['unknown'] }));
});

const isStrict = (schema: unknown): boolean =>
  schema instanceof z.ZodMiniObject
    ? schema.def.catchall !== undefined || Object.values(schema.shape).some(isStrict)
    : schema instanceof z.ZodMiniArray && isStrict(schema.def.element);

test.each(all)('%s tolerates unknown fields anywhere in its response', (_name, { responses }) => {
  expect(Object.values(responses).filter(isStrict)).toEqual([]);
});
