import { z } from 'zod';
import { bytesSchema, userIdSchema } from './primitives.ts';

/** Response of `GET /me`: the signed-in person and their storage. */
export const meSchema = z.strictObject({
  id: userIdSchema,
  email: z.string(),
  name: z.string(),
  usedBytes: bytesSchema,
  reservedBytes: bytesSchema,
  quotaBytes: bytesSchema,
});

/** The signed-in person and their storage. */
export type Me = z.infer<typeof meSchema>;
