import * as z from 'zod/mini';
import { itemParamsSchema } from './files.ts';
import type { Operation } from './operation.ts';
import { emailSchema, idSchema, instantSchema } from './primitives.ts';

/** The roles an owner can give to someone else. */
export const grantRoleSchema = z.enum(['viewer', 'editor']);

/** A role an owner can give to someone else. */
export type GrantRole = z.infer<typeof grantRoleSchema>;

/** A person's access to an item; `invited` until somebody with that verified e-mail signs in. */
export const grantSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.nullable(z.string()),
  role: grantRoleSchema,
  state: z.enum(['active', 'invited']),
  createdAt: instantSchema,
});

/** A person's access to an item. */
export type Grant = z.infer<typeof grantSchema>;

/** Response of `GET /items/:id/grants`. */
export const grantListSchema = z.object({ grants: z.array(grantSchema) });

/** Everybody an item is shared with. */
export type GrantList = z.infer<typeof grantListSchema>;

/** Body of `PUT /items/:id/grants`: gives or changes the role of one person. */
export const putGrantSchema = z.strictObject({ email: emailSchema, role: grantRoleSchema });

/** The role one person is to have. */
export type PutGrant = z.infer<typeof putGrantSchema>;

/** Returns everybody an item is shared with. */
export const listGrants = {
  method: 'GET',
  path: '/items/{itemId}/grants',
  summary: 'List the people an item is shared with',
  access: 'user',
  permission: 'listGrants',
  params: itemParamsSchema,
  responses: { 200: grantListSchema },
} as const satisfies Operation;

/** Grants a role to one person, or changes it; idempotent. */
export const putGrant = {
  method: 'PUT',
  path: '/items/{itemId}/grants',
  summary: 'Share an item with a person, or change their role',
  access: 'user',
  permission: 'putGrant',
  params: itemParamsSchema,
  body: putGrantSchema,
  responses: { 200: grantSchema },
  errors: ['conflict', 'limit_reached', 'too_many_requests'],
} as const satisfies Operation;

/** Revokes a person's access. */
export const revokeGrant = {
  method: 'DELETE',
  path: '/items/{itemId}/grants/{grantId}',
  summary: "Revoke a person's access to an item",
  access: 'user',
  permission: 'revokeGrant',
  params: z.extend(itemParamsSchema, { grantId: idSchema }),
  responses: { 204: null },
} as const satisfies Operation;

/** The operations of the `shares` feature. */
export const shareOperations = { listGrants, putGrant, revokeGrant };
