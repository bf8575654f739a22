import * as z from 'zod/mini';
import { fileNameSchema } from './file-name.ts';
import {
  itemPageSchema,
  itemParamsSchema,
  itemSchema,
  nameConflictSchema,
  pageQuerySchema,
} from './files.ts';
import type { Operation } from './operation.ts';
import { idSchema } from './primitives.ts';

/** How many folders may contain each other. */
export const maximumFolderDepth = 64;

/** The folder that is to contain an item; null is the root of the person asking. */
export const destinationSchema = z._default(z.nullable(idSchema), null);

/** Body of `POST /folders`. */
export const createFolderSchema = z.strictObject({
  name: fileNameSchema,
  parentId: destinationSchema,
  nameConflict: z._default(z.enum(['reject', 'keepBoth']), 'reject'),
});

/** A folder to create. */
export type CreateFolder = z.infer<typeof createFolderSchema>;

/** Body of `POST /items/:id/move`. */
export const moveItemSchema = z.strictObject({
  parentId: destinationSchema,
  nameConflict: z._default(nameConflictSchema, 'reject'),
});

/** Where an item is to be. */
export type MoveItem = z.infer<typeof moveItemSchema>;

/** Response of `GET /items/:id/path`: the folders that contain the item, outermost first, and the item itself. */
export const itemPathSchema = z.object({ path: z.array(z.object({ id: idSchema, name: z.string() })) });

/** The folders that contain an item and that the person asking may see, and the item itself. */
export type ItemPath = z.infer<typeof itemPathSchema>;

/** Creates a folder in another one, whose owner then owns it, or at the root of the user. */
export const createFolder = {
  method: 'POST',
  path: '/folders',
  summary: 'Create a folder',
  access: 'user',
  body: createFolderSchema,
  responses: { 201: itemSchema },
  errors: ['not_found', 'forbidden', 'name_taken', 'wrong_kind', 'conflict', 'limit_reached'],
} as const satisfies Operation;

/** Returns one page of the items in a folder. */
export const listFolder = {
  method: 'GET',
  path: '/folders/{folderId}/items',
  summary: 'List the items in a folder',
  access: 'user',
  permission: 'viewItem',
  params: z.object({ folderId: idSchema }),
  query: pageQuerySchema,
  responses: { 200: itemPageSchema },
  errors: ['wrong_kind'],
} as const satisfies Operation;

/** Returns the folders that contain an item, as far as the user may see them. */
export const getItemPath = {
  method: 'GET',
  path: '/items/{itemId}/path',
  summary: 'Get the folders that contain an item',
  access: 'user',
  permission: 'viewItem',
  params: itemParamsSchema,
  responses: { 200: itemPathSchema },
} as const satisfies Operation;

/** Moves an item to another folder of its owner, or to the owner's root; the roles on the new folder then count. */
export const moveItem = {
  method: 'POST',
  path: '/items/{itemId}/move',
  summary: 'Move an item to another folder',
  access: 'user',
  permission: 'moveItem',
  params: itemParamsSchema,
  body: moveItemSchema,
  responses: { 200: itemSchema },
  errors: ['conflict', 'name_taken', 'invalid_move', 'wrong_kind', 'limit_reached'],
} as const satisfies Operation;

/** The operations of the `folders` feature. */
export const folderOperations = { createFolder, listFolder, getItemPath, moveItem };
