import { type FieldError, idSchema } from '@share-my-files/contract';
import type { z } from 'zod';
import { invalidRequest, notFound } from '#errors.ts';

const toFieldErrors = (issue: z.core.$ZodIssue): FieldError[] => {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key].join('.'),
    message: 'This field is not known.',
  }));
};

// A body may hold thousands of wrong fields, and the answer names each.
const maxFieldErrors = 50;

/** The value as the schema describes it; throws `invalid_request` with the first rejected fields. */
export const parseRequest = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidRequest(result.error.issues.flatMap(toFieldErrors).slice(0, maxFieldErrors));
};

/** An id from the path; one that cannot exist is answered like one that does not exist. */
export const parseId = (value: unknown): string => {
  const result = idSchema.safeParse(value);
  if (!result.success) throw notFound();
  return result.data.toLowerCase();
};
