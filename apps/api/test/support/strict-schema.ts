import { z } from 'zod/mini';

/** Returns a copy of a response schema that rejects unknown fields at every level. */
export const strict = (schema: z.core.$ZodType): z.ZodMiniType => {
  if (schema instanceof z.ZodMiniObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).map(([name, field]) => [
      name,
      strict(field),
    ]);
    return z.strictObject(Object.fromEntries(fields));
  }
  if (schema instanceof z.ZodMiniArray) return z.array(strict(schema.def.element));
  if (schema instanceof z.ZodMiniNullable) return z.nullable(strict(schema.def.innerType));
  if (schema instanceof z.ZodMiniOptional) return z.optional(strict(schema.def.innerType));
  if (schema instanceof z.ZodMiniType) return schema;
  throw new Error('This schema is not one of zod.');
};
