import * as z from 'zod/mini';
import { fileNameSchema } from './file-name.ts';
import { nameConflictSchema } from './files.ts';
import { destinationSchema } from './folders.ts';
import type { Operation } from './operation.ts';
import { bytesSchema, idSchema, instantSchema, maximumPageSize, sha256Schema } from './primitives.ts';

/** The largest file this API takes, in bytes (5 TiB). */
export const maximumFileBytes = 5 * 1024 ** 4;

/** S3 numbers the parts of an upload from 1 to 10,000. */
export const partNumberSchema = z.int().check(z.gte(1), z.lte(10_000));

/** A media type as of RFC 9110; anything else is stored as `application/octet-stream`. */
export const mediaTypeSchema = z.catch(
  z
    .string()
    .check(
      z.trim(),
      z.toLowerCase(),
      z.maxLength(127),
      z.regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/),
    ),
  'application/octet-stream',
);

/** Body of `POST /uploads`. */
export const startUploadSchema = z.strictObject({
  name: fileNameSchema,
  sizeBytes: bytesSchema.check(z.lte(maximumFileBytes, 'This file is too large: 5 TiB at most.')),
  mediaType: mediaTypeSchema,
  /** The folder's owner then owns the file, whose bytes count in that owner's quota. */
  parentId: destinationSchema,
  /** Applies when the upload starts and when it completes, where `reject` keeps both. */
  nameConflict: z._default(nameConflictSchema, 'keepBoth'),
});

/** What the browser promises to upload. */
export type StartUpload = z.infer<typeof startUploadSchema>;

/** How far an upload has come. */
export const uploadStateSchema = z.enum(['uploading', 'completing', 'ready']);

/** An upload: the file goes to S3 in `partCount` parts of `partSizeBytes`, the last one smaller. */
export const uploadSchema = z.object({
  id: idSchema,
  itemId: idSchema,
  state: uploadStateSchema,
  name: z.string(),
  sizeBytes: bytesSchema,
  partSizeBytes: bytesSchema,
  partCount: z.int().check(z.positive()),
  /** When it ends by itself, a day after the last part was asked for. */
  expiresAt: instantSchema,
});

/** An upload and the parts it is made of. */
export type Upload = z.infer<typeof uploadSchema>;

/** Response of `GET /uploads`: the newest of the caller's uploads that are not finished. */
export const uploadListSchema = z.object({
  uploads: z.array(uploadSchema).check(z.maxLength(maximumPageSize)),
});

/** Uploads that hold room in the quota. */
export type UploadList = z.infer<typeof uploadListSchema>;

/** Response of `GET /uploads/:id`: which parts S3 holds already. */
export const uploadStatusSchema = z.extend(uploadSchema, {
  storedParts: z.array(
    z.object({ partNumber: partNumberSchema, sizeBytes: bytesSchema, checksumSha256: sha256Schema }),
  ),
});

/** An upload with the parts that S3 holds already. */
export type UploadStatus = z.infer<typeof uploadStatusSchema>;

/** How many part URLs one request may ask for. */
export const maximumPartsPerRequest = 100;

/** Body of `POST /uploads/:id/parts`: each part with the checksum of the bytes it will carry. */
export const signPartsSchema = z.strictObject({
  parts: z
    .array(z.strictObject({ partNumber: partNumberSchema, checksumSha256: sha256Schema }))
    .check(z.minLength(1), z.maxLength(maximumPartsPerRequest)),
});

/** The parts a browser is about to send. */
export type SignParts = z.infer<typeof signPartsSchema>;

/** Response of `POST /uploads/:id/parts`: send each part with PUT and exactly these headers. */
export const signedPartsSchema = z.object({
  parts: z.array(
    z.object({
      partNumber: partNumberSchema,
      url: z.url(),
      headers: z.record(z.string(), z.string()),
    }),
  ),
  expiresAt: instantSchema,
  /** The same for clients, whose clocks may be wrong. */
  expiresInSeconds: z.int(),
});

/** Presigned S3 PUTs, one per part. */
export type SignedParts = z.infer<typeof signedPartsSchema>;

const uploadParamsSchema = z.object({ uploadId: idSchema });

/** Reserves quota and starts a multipart upload in S3. */
export const startUpload = {
  method: 'POST',
  path: '/uploads',
  summary: 'Start an upload',
  access: 'user',
  body: startUploadSchema,
  responses: { 201: uploadSchema },
  errors: [
    'not_found',
    'forbidden',
    'quota_exceeded',
    'limit_reached',
    'name_taken',
    'wrong_kind',
    'conflict',
  ],
} as const satisfies Operation;

/** Returns the newest of the user's unfinished uploads. */
export const listUploads = {
  method: 'GET',
  path: '/uploads',
  summary: 'List unfinished uploads',
  access: 'user',
  responses: { 200: uploadListSchema },
} as const satisfies Operation;

/** Returns an upload with the parts that S3 already holds. */
export const getUpload = {
  method: 'GET',
  path: '/uploads/{uploadId}',
  summary: 'Get the state of an upload and the parts that are stored',
  access: 'user',
  params: uploadParamsSchema,
  responses: { 200: uploadStatusSchema },
  errors: ['upload_expired'],
} as const satisfies Operation;

/** Returns a presigned URL for each part, with length and checksum signed. */
export const signParts = {
  method: 'POST',
  path: '/uploads/{uploadId}/parts',
  summary: 'Get presigned URLs to upload parts',
  access: 'user',
  params: uploadParamsSchema,
  body: signPartsSchema,
  responses: { 200: signedPartsSchema },
  errors: ['conflict', 'upload_expired'],
} as const satisfies Operation;

/** Checks the parts against the declared size and publishes the item; idempotent. */
export const completeUpload = {
  method: 'POST',
  path: '/uploads/{uploadId}/complete',
  summary: 'Complete an upload',
  access: 'user',
  params: uploadParamsSchema,
  responses: { 202: uploadSchema },
  errors: ['conflict', 'upload_incomplete', 'upload_mismatch', 'upload_expired'],
} as const satisfies Operation;

/** Aborts an upload and releases its quota. */
export const cancelUpload = {
  method: 'DELETE',
  path: '/uploads/{uploadId}',
  summary: 'Cancel an upload',
  access: 'user',
  params: uploadParamsSchema,
  responses: { 204: null },
  errors: ['conflict'],
} as const satisfies Operation;

/** The operations of the `uploads` feature. */
export const uploadOperations = {
  startUpload,
  listUploads,
  getUpload,
  signParts,
  completeUpload,
  cancelUpload,
};
