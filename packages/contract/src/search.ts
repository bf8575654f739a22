import * as z from 'zod/mini';
import { itemPageSchema, listItemsQuerySchema } from './files.ts';
import type { Operation } from './operation.ts';
import { idSchema } from './primitives.ts';

/** Query of `GET /search`; `cursor` is the `nextCursor` of the page before. */
export const searchItemsQuerySchema = z.strictObject({
  query: z._default(z.string().check(z.trim(), z.maxLength(255)), ''),
  cursor: z.optional(idSchema),
  limit: listItemsQuerySchema.shape.limit,
});

/**
 * Returns the user's own and shared items whose names contain all words of the query, newest first; without words, all. A page can have few
 * items, or none, and still not be the last: each request compares a limited number of names.
 */
export const searchItems = {
  method: 'GET',
  path: '/search',
  summary: 'Search items by name',
  access: 'user',
  query: searchItemsQuerySchema,
  responses: { 200: itemPageSchema },
} as const satisfies Operation;

/** The operations of the `search` feature. */
export const searchOperations = { searchItems };
