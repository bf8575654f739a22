import { z } from 'zod';
import type { Operation } from './operation.ts';
import { bytesSchema, userIdSchema } from './primitives.ts';

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

/** Returns the signed-in user and their storage. */
export const getMe = {
  method: 'GET',
  path: '/me',
  summary: 'Get the signed-in user and their storage',
  access: 'user',
  responses: { 200: meSchema },
} as const satisfies Operation;

/** The operations of the `account` feature. */
export const accountOperations = { getMe };
