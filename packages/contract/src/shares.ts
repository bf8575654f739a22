import { z } from 'zod';
import { emailSchema, idSchema, instantSchema } from './primitives.ts';

/** The roles an owner can give to someone else. */
export const grantRoleSchema = z.enum(['viewer', 'editor']);

/** A role an owner can give to someone else. */
export type GrantRole = z.infer<typeof grantRoleSchema>;

/** A person's access to an item; `invited` until somebody with that verified e-mail signs in. */
export const grantSchema = z.strictObject({
  id: idSchema,
  email: z.string(),
  name: z.string().nullable(),
  role: grantRoleSchema,
  state: z.enum(['active', 'invited']),
  createdAt: instantSchema,
});

/** A person's access to an item. */
export type Grant = z.infer<typeof grantSchema>;

/** Response of `GET /items/:id/grants`. */
export const grantListSchema = z.strictObject({ grants: z.array(grantSchema) });

/** Everybody an item is shared with. */
export type GrantList = z.infer<typeof grantListSchema>;

/** Body of `PUT /items/:id/grants`: gives or changes the role of one person. */
export const putGrantSchema = z.strictObject({ email: emailSchema, role: grantRoleSchema });

/** The role one person is to have. */
export type PutGrant = z.infer<typeof putGrantSchema>;
