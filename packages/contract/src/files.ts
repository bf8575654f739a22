import * as z from 'zod/mini';
import { changeItems } from './batches.ts';
import { fileNameSchema } from './file-name.ts';
import type { Operation } from './operation.ts';
import { roleSchema } from './permissions.ts';
import { bytesSchema, idSchema, instantSchema, maximumPageSize } from './primitives.ts';

/** What an item is: a folder has no bytes, and contains files and folders. */
export const itemKindSchema = z.enum(['file', 'folder']);

/** What an item is. */
export type ItemKind = z.infer<typeof itemKindSchema>;

/** A file or folder as the person asking may see it. */
export const itemSchema = z.object({
  id: idSchema,
  kind: itemKindSchema,
  /** The folder that contains the item; null at the root, and where the person asking may not see that folder. */
  parentId: z.nullable(idSchema),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: bytesSchema,
  role: roleSchema,
  ownerName: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** When the item was moved to the trash, or a folder that contains it. */
  trashedAt: z.nullable(instantSchema),
});

/** A file or folder as the person asking may see it. */
export type Item = z.infer<typeof itemSchema>;

/** The three lists of `GET /items`. */
export const itemViewSchema = z.enum(['mine', 'shared', 'trash']);

/** One of the three lists of `GET /items`. */
export type ItemView = z.infer<typeof itemViewSchema>;

/** Which page of a list to return; `cursor` is the `nextCursor` of the page before. */
export const pageQuerySchema = z.strictObject({
  cursor: z.optional(idSchema),
  limit: z._default(z.coerce.number<number>().check(z.int(), z.gte(1), z.lte(maximumPageSize)), 50),
});

/** Query of `GET /items`. */
export const listItemsQuerySchema = z.extend(pageQuerySchema, { view: z._default(itemViewSchema, 'mine') });

/** Response of `GET /items` and `GET /folders/:id/items`, newest first; `nextCursor` is null on the last page. */
export const itemPageSchema = z.object({
  items: z.array(itemSchema),
  nextCursor: z.nullable(idSchema),
});

/** One page of items. */
export type ItemPage = z.infer<typeof itemPageSchema>;

/**
 * What to do if the folder contains the name already, in any case and Unicode form: respond with the problem
 * `name_taken`, choose a free name like `name (2).txt`, or move the file of that name to the trash.
 */
export const nameConflictSchema = z.enum(['reject', 'keepBoth', 'replace']);

/** What to do about a name that the folder contains already. */
export type NameConflict = z.infer<typeof nameConflictSchema>;

/** Body of `PATCH /items/:id`. */
export const updateItemSchema = z.strictObject({
  name: fileNameSchema,
  nameConflict: z._default(nameConflictSchema, 'reject'),
});

/** The fields of an item to change. */
export type UpdateItem = z.infer<typeof updateItemSchema>;

/** Whether the browser should save the bytes or show them. */
export const dispositionSchema = z.enum(['attachment', 'inline']);

/** Whether the browser should save the bytes or show them. */
export type Disposition = z.infer<typeof dispositionSchema>;

/** Query of `GET /items/:id/download`. */
export const downloadQuerySchema = z.strictObject({
  disposition: z._default(dispositionSchema, 'attachment'),
});

/** A presigned S3 GET; anyone who has `url` can fetch the bytes until `expiresAt`. */
export const downloadSchema = z.object({
  url: z.url(),
  expiresAt: instantSchema,
  /** The same for clients, whose clocks may be wrong. */
  expiresInSeconds: z.int(),
});

/** A presigned S3 GET. */
export type Download = z.infer<typeof downloadSchema>;

/** The path parameter of operations on one item. */
export const itemParamsSchema = z.object({ itemId: idSchema });

/** Returns one page of the user's items outside folders, of the items shared with the user, or of the trash. */
export const listItems = {
  method: 'GET',
  path: '/items',
  summary: 'List items',
  access: 'user',
  query: listItemsQuerySchema,
  responses: { 200: itemPageSchema },
} as const satisfies Operation;

/** Returns one item. */
export const getItem = {
  method: 'GET',
  path: '/items/{itemId}',
  summary: 'Get an item',
  access: 'user',
  permission: 'viewItem',
  params: itemParamsSchema,
  responses: { 200: itemSchema },
} as const satisfies Operation;

/** Changes the fields that the body contains. */
export const updateItem = {
  method: 'PATCH',
  path: '/items/{itemId}',
  summary: 'Rename an item',
  access: 'user',
  permission: 'updateItem',
  params: itemParamsSchema,
  body: updateItemSchema,
  responses: { 200: itemSchema },
  errors: ['conflict', 'name_taken'],
} as const satisfies Operation;

/** Moves an item to the trash with all that it contains, where only its owner sees it; idempotent. */
export const trashItem = {
  method: 'POST',
  path: '/items/{itemId}/trash',
  summary: 'Move an item to the trash',
  access: 'user',
  permission: 'trashItem',
  params: itemParamsSchema,
  responses: { 200: itemSchema },
  errors: ['conflict'],
} as const satisfies Operation;

/**
 * Moves an item out of the trash to where it was, under a free name; to the root if the folder that contained it is in
 * the trash. Idempotent.
 */
export const restoreItem = {
  method: 'POST',
  path: '/items/{itemId}/restore',
  summary: 'Restore an item from the trash',
  access: 'user',
  permission: 'restoreItem',
  params: itemParamsSchema,
  responses: { 200: itemSchema },
  errors: ['conflict'],
} as const satisfies Operation;

/** Permanently deletes an item with all that it contains; it has to be in the trash, `conflict` otherwise. */
export const deleteItem = {
  method: 'DELETE',
  path: '/items/{itemId}',
  summary: 'Permanently delete an item from the trash',
  access: 'user',
  permission: 'deleteItem',
  params: itemParamsSchema,
  responses: { 204: null },
  errors: ['conflict'],
} as const satisfies Operation;

/** Returns a presigned URL of the item's bytes. */
export const downloadItem = {
  method: 'GET',
  path: '/items/{itemId}/download',
  summary: 'Get a presigned URL to download an item',
  access: 'user',
  permission: 'downloadItem',
  params: itemParamsSchema,
  query: downloadQuerySchema,
  responses: { 200: downloadSchema },
  errors: ['wrong_kind'],
} as const satisfies Operation;

/** The operations of the `files` feature. */
export const fileOperations = {
  listItems,
  getItem,
  updateItem,
  trashItem,
  restoreItem,
  deleteItem,
  downloadItem,
  changeItems,
};
