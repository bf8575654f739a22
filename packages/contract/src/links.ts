import * as z from 'zod/mini';
import { dispositionSchema, downloadSchema, itemParamsSchema } from './files.ts';
import type { Operation } from './operation.ts';
import { bytesSchema, idSchema, instantSchema } from './primitives.ts';

/** A public link as its owner sees it; the secret itself is stored only as a hash. */
export const linkSchema = z.object({
  id: idSchema,
  createdAt: instantSchema,
  expiresAt: z.nullable(instantSchema),
  downloads: z.int().check(z.nonnegative()),
});

/** A public link as its owner sees it. */
export type Link = z.infer<typeof linkSchema>;

/** Response of `GET /items/:id/links`: the links that still open. */
export const linkListSchema = z.object({ links: z.array(linkSchema) });

/** The public links of an item that still open. */
export type LinkList = z.infer<typeof linkListSchema>;

/** How long a link can be opened: from an hour to a year, or until it is revoked. */
export const createLinkSchema = z.strictObject({
  expiresInSeconds: z.nullable(z.int().check(z.gte(3600), z.lte(366 * 86_400))),
});

/** A new link's life. */
export type CreateLink = z.infer<typeof createLinkSchema>;

/** 256 random bits in base64url. */
export const linkSecretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'This is not a valid link.'));

/** Response of `POST /items/:id/links`: the only response with the secret. */
export const createdLinkSchema = z.object({ link: linkSchema, secret: linkSecretSchema });

/** A new link with its secret. */
export type CreatedLink = z.infer<typeof createdLinkSchema>;

/** Body of `POST /public/links/open`; the secret comes in the body so that no log sees it. */
export const openLinkSchema = z.strictObject({ secret: linkSecretSchema });

/** Body of `POST /public/links/download`. */
export const downloadLinkSchema = z.extend(openLinkSchema, {
  disposition: z._default(dispositionSchema, 'attachment'),
});

/** Response of `POST /public/links/open`: what a visitor without an account may know. */
export const openedLinkSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: bytesSchema,
  expiresAt: z.nullable(instantSchema),
});

/** What a visitor without an account may know of a file. */
export type OpenedLink = z.infer<typeof openedLinkSchema>;

/** Returns the links of an item that still open. */
export const listLinks = {
  method: 'GET',
  path: '/items/{itemId}/links',
  summary: 'List the public links of an item',
  access: 'user',
  permission: 'listLinks',
  params: itemParamsSchema,
  responses: { 200: linkListSchema },
} as const satisfies Operation;

/** Creates a public link and returns its secret. A link that never expires needs a recent sign-in. */
export const createLink = {
  method: 'POST',
  path: '/items/{itemId}/links',
  summary: 'Create a public link',
  access: 'user',
  permission: 'createLink',
  params: itemParamsSchema,
  body: createLinkSchema,
  responses: { 201: createdLinkSchema },
  errors: ['insufficient_user_authentication', 'conflict', 'wrong_kind', 'limit_reached'],
} as const satisfies Operation;

/** Revokes a public link; it stops opening with the next request. */
export const revokeLink = {
  method: 'DELETE',
  path: '/links/{linkId}',
  summary: 'Revoke a public link',
  access: 'user',
  permission: 'revokeLink',
  params: z.object({ linkId: idSchema }),
  responses: { 204: null },
} as const satisfies Operation;

/** Returns what a visitor without an account may know of the file behind a link. */
export const openLink = {
  method: 'POST',
  path: '/public/links/open',
  summary: 'Open a public link',
  access: 'anyone',
  body: openLinkSchema,
  responses: { 200: openedLinkSchema },
  errors: ['not_found'],
} as const satisfies Operation;

/** Counts a download and returns a presigned URL of the bytes behind a link. */
export const downloadLink = {
  method: 'POST',
  path: '/public/links/download',
  summary: 'Get a presigned URL to download the file of a public link',
  access: 'anyone',
  body: downloadLinkSchema,
  responses: { 200: downloadSchema },
  errors: ['not_found'],
} as const satisfies Operation;

/** The operations of the `links` feature. */
export const linkOperations = { listLinks, createLink, revokeLink, openLink, downloadLink };
