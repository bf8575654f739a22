import { z } from 'zod';
import { dispositionSchema } from './files.ts';
import { bytesSchema, idSchema, instantSchema } from './primitives.ts';

/** A public link as its owner sees it; the secret itself is stored only as a hash. */
export const linkSchema = z.strictObject({
  id: idSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  downloads: z.int().nonnegative(),
});

/** A public link as its owner sees it. */
export type Link = z.infer<typeof linkSchema>;

/** Response of `GET /items/:id/links`: the links that still open. */
export const linkListSchema = z.strictObject({ links: z.array(linkSchema) });

/** The public links of an item that still open. */
export type LinkList = z.infer<typeof linkListSchema>;

/** How long a link can be opened: from an hour to a year, or until it is revoked. */
export const createLinkSchema = z.strictObject({
  expiresInSeconds: z
    .int()
    .min(3600)
    .max(366 * 86_400)
    .nullable(),
});

/** A new link's life. */
export type CreateLink = z.infer<typeof createLinkSchema>;

/** 256 random bits in base64url. */
export const linkSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This is not a valid link.');

/** Response of `POST /items/:id/links`: the only time the secret is told. */
export const createdLinkSchema = z.strictObject({ link: linkSchema, secret: linkSecretSchema });

/** A new link with its secret. */
export type CreatedLink = z.infer<typeof createdLinkSchema>;

/** Body of `POST /public/links/open`; the secret comes in the body so that no log sees it. */
export const openLinkSchema = z.strictObject({ secret: linkSecretSchema });

/** Body of `POST /public/links/download`. */
export const downloadLinkSchema = openLinkSchema.extend({
  disposition: dispositionSchema.default('attachment'),
});

/** Response of `POST /public/links/open`: what a visitor without an account may know. */
export const openedLinkSchema = z.strictObject({
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: bytesSchema,
  expiresAt: instantSchema.nullable(),
});

/** What a visitor without an account may know of a file. */
export type OpenedLink = z.infer<typeof openedLinkSchema>;
