import { z } from 'zod';
import { fileNameSchema } from './file-name.ts';
import { bytesSchema, idSchema, instantSchema, maximumPageSize, sha256Schema } from './primitives.ts';

/** The largest file this API takes, in bytes (5 TiB). */
export const maximumFileBytes = 5 * 1024 ** 4;

/** S3 numbers the parts of an upload from 1 to 10,000. */
export const partNumberSchema = z.int().min(1).max(10_000);

/** A media type as of RFC 9110; anything else is stored as `application/octet-stream`. */
export const mediaTypeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(127)
  .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/)
  .catch('application/octet-stream');

/** Body of `POST /uploads`. */
export const startUploadSchema = z.strictObject({
  name: fileNameSchema,
  sizeBytes: bytesSchema.max(maximumFileBytes, 'This file is too large: 5 TiB at most.'),
  mediaType: mediaTypeSchema,
});

/** What the browser promises to upload. */
export type StartUpload = z.infer<typeof startUploadSchema>;

/** How far an upload has come. */
export const uploadStateSchema = z.enum(['uploading', 'completing', 'ready']);

/** An upload: the file goes to S3 in `partCount` parts of `partSizeBytes`, the last one smaller. */
export const uploadSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  state: uploadStateSchema,
  name: z.string(),
  sizeBytes: bytesSchema,
  partSizeBytes: bytesSchema,
  partCount: z.int().positive(),
  /** When it ends by itself, a day after the last part was asked for. */
  expiresAt: instantSchema,
});

/** An upload and the parts it is made of. */
export type Upload = z.infer<typeof uploadSchema>;

/** Response of `GET /uploads`: the newest of the caller's uploads that are not finished. */
export const uploadListSchema = z.strictObject({ uploads: z.array(uploadSchema).max(maximumPageSize) });

/** Uploads that hold room in the quota. */
export type UploadList = z.infer<typeof uploadListSchema>;

/** Response of `GET /uploads/:id`: which parts S3 holds already. */
export const uploadStatusSchema = uploadSchema.extend({
  storedParts: z.array(
    z.strictObject({ partNumber: partNumberSchema, sizeBytes: bytesSchema, checksumSha256: sha256Schema }),
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
    .min(1)
    .max(maximumPartsPerRequest),
});

/** The parts a browser is about to send. */
export type SignParts = z.infer<typeof signPartsSchema>;

/** Response of `POST /uploads/:id/parts`: send each part with PUT and exactly these headers. */
export const signedPartsSchema = z.strictObject({
  parts: z.array(
    z.strictObject({
      partNumber: partNumberSchema,
      url: z.url(),
      headers: z.record(z.string(), z.string()),
    }),
  ),
  expiresAt: instantSchema,
});

/** Presigned S3 PUTs, one per part. */
export type SignedParts = z.infer<typeof signedPartsSchema>;
