import { z } from 'zod';
import { fileNameSchema } from './file-name.ts';
import { bytesSchema, idSchema, instantSchema, maximumPageSize } from './primitives.ts';

/** What a person may do with an item, strongest first. */
export const roleSchema = z.enum(['owner', 'editor', 'viewer']);

/** What a person may do with an item. */
export type Role = z.infer<typeof roleSchema>;

/** A stored file as the person asking may see it. */
export const itemSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: bytesSchema,
  role: roleSchema,
  ownerName: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  trashedAt: instantSchema.nullable(),
});

/** A stored file as the person asking may see it. */
export type Item = z.infer<typeof itemSchema>;

/** The three lists of `GET /items`. */
export const itemViewSchema = z.enum(['mine', 'shared', 'trash']);

/** One of the three lists of `GET /items`. */
export type ItemView = z.infer<typeof itemViewSchema>;

/** Query of `GET /items`; `cursor` is the `nextCursor` of the page before. */
export const listItemsQuerySchema = z.strictObject({
  view: itemViewSchema.default('mine'),
  cursor: idSchema.optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(maximumPageSize)).default(50),
});

/** Response of `GET /items`, newest first; `nextCursor` is null on the last page. */
export const itemPageSchema = z.strictObject({
  items: z.array(itemSchema),
  nextCursor: idSchema.nullable(),
});

/** One page of items. */
export type ItemPage = z.infer<typeof itemPageSchema>;

/** Body of `PATCH /items/:id`. */
export const renameItemSchema = z.strictObject({ name: fileNameSchema });

/** A new name for an item. */
export type RenameItem = z.infer<typeof renameItemSchema>;

/** Whether the browser should save the bytes or show them. */
export const dispositionSchema = z.enum(['attachment', 'inline']);

/** Whether the browser should save the bytes or show them. */
export type Disposition = z.infer<typeof dispositionSchema>;

/** Query of `GET /items/:id/download`. */
export const downloadQuerySchema = z.strictObject({
  disposition: dispositionSchema.default('attachment'),
});

/** A presigned S3 GET; anyone who has `url` can fetch the bytes until `expiresAt`. */
export const downloadSchema = z.strictObject({ url: z.url(), expiresAt: instantSchema });

/** A presigned S3 GET. */
export type Download = z.infer<typeof downloadSchema>;
