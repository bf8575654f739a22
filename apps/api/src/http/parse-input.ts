import type { FieldError, Operation, OperationInput } from '@share-my-files/contract';
import type { Request } from 'express';
import * as z from 'zod/mini';
import { invalidRequest, notFound } from '#errors.ts';

const toFieldErrors = (issue: z.core.$ZodIssue): FieldError[] => {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key].join('.'),
    message: 'This field is not known.',
  }));
};

// A body may contain thousands of invalid fields, and the response names each of them.
const maxFieldErrors = 50;

const parse = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidRequest(result.error.issues.flatMap(toFieldErrors).slice(0, maxFieldErrors));
};

const parseParams = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  // The same response as for an id that does not exist.
  if (!result.success) throw notFound();
  return result.data;
};

const nothing = z.strictObject({});

/** Parses a request; throws `not_found` for a malformed path, `invalid_request` for anything else. */
export const parseInput = <Op extends Operation>(
  { params = nothing, query = nothing, body = nothing }: Op,
  request: Request,
) => {
  const input = {
    params: parseParams(params, request.params),
    query: parse(query, request.query),
    body: parse(body, request.body ?? (body === nothing ? {} : undefined)),
  };
  // TypeScript cannot relate the schemas of a generic operation to the types derived from them.
  return input as OperationInput<Op>;
};
