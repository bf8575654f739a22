import * as z from 'zod/mini';
import { itemSchema } from './files.ts';
import { linkSchema } from './links.ts';
import type { Operation } from './operation.ts';
import { bytesSchema, idSchema, instantSchema, userIdSchema } from './primitives.ts';
import { recoveryCodeStatusSchema } from './recovery-codes.ts';
import { sessionSchema } from './sessions.ts';
import { grantSchema } from './shares.ts';
import { stepUpAgeSeconds } from './sign-in.ts';
import { uploadSchema } from './uploads.ts';

/** Response of `GET /me`: the signed-in person and their storage. */
export const meSchema = z.object({
  id: userIdSchema,
  email: z.string(),
  name: z.string(),
  /** Whether another account has the same verified address, such as one with a password besides one of Google. */
  hasOtherAccount: z.boolean(),
  usedBytes: bytesSchema,
  reservedBytes: bytesSchema,
  quotaBytes: bytesSchema,
});

/** The signed-in person and their storage. */
export type Me = z.infer<typeof meSchema>;

const countSchema = z.int().check(z.nonnegative());

/** Response of `GET /me/deletion-preview`: what deleting the account deletes, and what other people lose. */
export const deletionPreviewSchema = z.object({
  files: countSchema,
  bytes: bytesSchema,
  /** People who lose access to a file of the user, by email address. */
  people: countSchema,
  links: countSchema,
  /** Uploads that are not finished, on any device. */
  uploads: countSchema,
  /** Files of other people that the user can no longer open. */
  sharedFiles: countSchema,
});

/** What deleting the account deletes, and what other people lose. */
export type DeletionPreview = z.infer<typeof deletionPreviewSchema>;

/** A notification about a share, remembered for a day so that it is not sent again. */
export const shareNoticeSchema = z.object({ itemId: idSchema, email: z.string(), sentAt: instantSchema });

/** A notification about a share. */
export type ShareNotice = z.infer<typeof shareNoticeSchema>;

/** When Cognito last confirmed a session; `sessionId` is the claim `origin_jti` of its tokens. */
export const sessionConfirmationSchema = z.object({ sessionId: z.uuid(), confirmedAt: instantSchema });

/** When Cognito last confirmed a session. */
export type SessionConfirmation = z.infer<typeof sessionConfirmationSchema>;

/** Response of `GET /me/export`: everything that the API stores about the user, except the files. */
export const accountExportSchema = z.object({
  account: z.extend(z.omit(meSchema, { hasOtherAccount: true }), {
    emailVerified: z.boolean(),
    createdAt: instantSchema,
  }),
  /** Devices on which the user is signed in; null if the user pool does not track sessions. */
  sessions: z.nullable(z.array(sessionSchema)),
  sessionConfirmations: z.array(sessionConfirmationSchema),
  recoveryCodes: recoveryCodeStatusSchema,
  unfinishedUploads: z.array(uploadSchema),
  shareNotices: z.array(shareNoticeSchema),
});

/** Everything that the API stores about the user, except the files. */
export type AccountExport = z.infer<typeof accountExportSchema>;

/** A file in an export; only its owner gets the people and the links. */
export const exportedFileSchema = z.extend(itemSchema, {
  grants: z.array(grantSchema),
  links: z.array(linkSchema),
});

/** A file in an export. */
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** Query of `GET /me/export/files`: the `nextCursor` of the previous page. */
export const exportFilesQuerySchema = z.strictObject({
  cursor: z.optional(
    z.string().check(z.regex(/^(mine|trash|shared)(\/[0-9a-f-]{36})?$/, 'This is not a valid cursor.')),
  ),
});

/** Response of `GET /me/export/files`: a page of the files that the user can see. */
export const exportedFilesSchema = z.object({
  files: z.array(exportedFileSchema),
  nextCursor: z.nullable(z.string()),
});

/** A page of the files that the user can see. */
export type ExportedFiles = z.infer<typeof exportedFilesSchema>;

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

/** Returns everything that the API stores about the user, except the files. */
export const exportAccount = {
  method: 'GET',
  path: '/me/export',
  summary: 'Export the account',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  responses: { 200: accountExportSchema },
} as const satisfies Operation;

/** Returns a page of files with people and links: the own ones, those in the trash, and those of others. */
export const exportFiles = {
  method: 'GET',
  path: '/me/export/files',
  summary: 'Export the files of the account',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  query: exportFilesQuerySchema,
  responses: { 200: exportedFilesSchema },
} as const satisfies Operation;

/** The operations of the `account` feature. */
export const accountOperations = { getMe, previewDeletion, deleteAccount, exportAccount, exportFiles };
