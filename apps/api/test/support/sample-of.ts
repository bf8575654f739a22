import fc from 'fast-check';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const sampleText = ({ format, pattern }: JsonSchema): string => {
  if (format === 'email') return 'friend@example.com';
  if (pattern === undefined) return 'sample';
  const [text] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 });
  return text ?? '';
};

const sample = (schema: JsonSchema): unknown => {
  const [choice] = schema.enum ?? schema.anyOf ?? [];
  if (schema.default !== undefined) return schema.default;
  if (choice !== undefined) return schema.anyOf ? sample(choice as JsonSchema) : choice;
  if (schema.type === 'string') return sampleText(schema);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(0, schema.minimum ?? 0);
  if (schema.type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items as JsonSchema));
  }
  if (schema.type !== 'object') throw new Error(`No sample for ${JSON.stringify(schema)}.`);
  const fields = (schema.required ?? []).map((name) => [
    name,
    sample(schema.properties?.[name] as JsonSchema),
  ]);
  return Object.fromEntries(fields);
};

/** Returns the smallest object that a schema accepts. */
export const sampleOf = (schema: z.ZodObject): object =>
  sample(z.toJSONSchema(schema, { io: 'input' })) as object;
