import { z } from 'zod';
import { downloadSchema, itemSchema } from './files.ts';
import { linkSchema } from './links.ts';
import type { Operation } from './operation.ts';
import { bytesSchema, instantSchema, userIdSchema } from './primitives.ts';
import { grantSchema } from './shares.ts';
import { stepUpAgeSeconds } from './sign-in.ts';

/** Response of `GET /me`: the signed-in person and their storage. */
export const meSchema = z.object({
  id: userIdSchema,
  email: z.string(),
  name: z.string(),
  usedBytes: bytesSchema,
  reservedBytes: bytesSchema,
  quotaBytes: bytesSchema,
});

/** The signed-in person and their storage. */
export type Me = z.infer<typeof meSchema>;

const countSchema = z.int().nonnegative();

/** Response of `GET /me/deletion-preview`: what deleting the account deletes, and what other people lose. */
export const deletionPreviewSchema = z.object({
  files: countSchema,
  bytes: bytesSchema,
  /** People who lose access to a file of the user, by email address. */
  people: countSchema,
  links: countSchema,
  /** Files of other people that the user can no longer open. */
  sharedFiles: countSchema,
});

/** What deleting the account deletes, and what other people lose. */
export type DeletionPreview = z.infer<typeof deletionPreviewSchema>;

/** A file in an export; only its owner gets the people and the links. */
export const exportedFileSchema = itemSchema.extend({
  download: downloadSchema,
  grants: z.array(grantSchema),
  links: z.array(linkSchema),
});

/** Query of `GET /me/export`: the `nextCursor` of the previous page. */
export const exportQuerySchema = z.strictObject({
  cursor: z
    .string()
    .regex(/^(mine|trash|shared)(\/[0-9a-f-]{36})?$/, 'This is not a valid cursor.')
    .optional(),
});

/** Response of `GET /me/export`: everything that the API stores about the user, in pages of files. */
export const accountExportSchema = z.object({
  account: meSchema.extend({ emailVerified: z.boolean(), createdAt: instantSchema }),
  files: z.array(exportedFileSchema),
  nextCursor: z.string().nullable(),
});

/** A page of everything that the API stores about the user. */
export type AccountExport = z.infer<typeof accountExportSchema>;

/** Returns the signed-in user and their storage. */
export const getMe = {
  method: 'GET',
  path: '/me',
  summary: 'Get the signed-in user and their storage',
  access: 'user',
  responses: { 200: meSchema },
} as const satisfies Operation;

/** Returns what deleting the account deletes. */
export const previewDeletion = {
  method: 'GET',
  path: '/me/deletion-preview',
  summary: 'Show what deleting the account deletes',
  access: 'user',
  responses: { 200: deletionPreviewSchema },
} as const satisfies Operation;

/** Deletes the account: its sessions, links and shares end at once, its files are deleted within minutes. */
export const deleteAccount = {
  method: 'DELETE',
  path: '/me',
  summary: 'Delete the account',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  responses: { 204: null },
} as const satisfies Operation;

/** Returns a page of everything that the API stores about the user, with a URL for each file. */
export const exportAccount = {
  method: 'GET',
  path: '/me/export',
  summary: 'Export the account',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  query: exportQuerySchema,
  responses: { 200: accountExportSchema },
} as const satisfies Operation;

/** The operations of the `account` feature. */
export const accountOperations = { getMe, previewDeletion, deleteAccount, exportAccount };
