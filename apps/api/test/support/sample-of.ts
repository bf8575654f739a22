import fc from 'fast-check';
import { z } from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const formats: Record<string, string> = {
  email: 'friend@example.com',
  uuid: '01a22237-7a83-7663-8414-c565a70babf1',
  'date-time': '2026-01-01T00:00:00Z',
  uri: 'https://example.com/',
};

const sampleText = ({ format = '', pattern }: JsonSchema): string => {
  if (formats[format] !== undefined) return formats[format];
  if (pattern === undefined) return 'sample';
  const [text] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 });
  return text ?? '';
};

const sampleObject = ({ required = [], properties = {} }: JsonSchema): object =>
  Object.fromEntries(required.map((name) => [name, sample(properties[name] as JsonSchema)]));

const sample = (schema: JsonSchema): unknown => {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0] as JsonSchema);
  const [type] = [schema.type].flat();
  if (type === 'string') return sampleText(schema);
  if (type === 'integer' || type === 'number') {
    return Math.max(0, schema.minimum ?? 0, Number(schema.exclusiveMinimum ?? -1) + 1);
  }
  if (type === 'boolean') return false;
  if (type === 'array') return [sample(schema.items as JsonSchema)];
  if (type === 'object') return sampleObject(schema);
  throw new Error(`No sample for ${JSON.stringify(schema)}.`);
};

/** Returns a small object that a schema accepts. */
export const sampleOf = (schema: z.ZodMiniType): object =>
  sample(z.toJSONSchema(schema, { io: 'input' })) as object;
