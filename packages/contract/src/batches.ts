import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';
import type { Operation } from './operation.ts';
import { idSchema } from './primitives.ts';

/** How many items one request changes at most. */
export const maximumBatchSize = 100;

/** What one request does with many items; `delete` needs them to be in the trash. */
export const batchActionSchema = z.enum(['trash', 'restore', 'delete']);

/** What one request does with many items. */
export type BatchAction = z.infer<typeof batchActionSchema>;

/** Body of `POST /items/batch`. */
export const changeItemsSchema = z.strictObject({
  action: batchActionSchema,
  itemIds: z.array(idSchema).check(z.minLength(1), z.maxLength(maximumBatchSize)),
});

/** An item that a batch did not change, and why: the problem of the same request for this item alone. */
export const batchFailureSchema = z.object({
  itemId: idSchema,
  code: z.enum(errorCodes),
  detail: z.string(),
});

/** An item that a batch did not change, and why. */
export type BatchFailure = z.infer<typeof batchFailureSchema>;

/** Response of `POST /items/batch`: each id of the request is in one of the two lists. */
export const batchResultSchema = z.object({
  changedIds: z.array(idSchema),
  failures: z.array(batchFailureSchema),
});

/** What became of the items of a batch. */
export type BatchResult = z.infer<typeof batchResultSchema>;

/** Changes each item as the operation for one item does, and reports those that it refuses. */
export const changeItems = {
  method: 'POST',
  path: '/items/batch',
  summary: 'Trash, restore or permanently delete many items',
  access: 'user',
  body: changeItemsSchema,
  responses: { 200: batchResultSchema },
} as const satisfies Operation;
