import * as z from 'zod/mini';
import * as contract from '../index.ts';

/** JSON Schema of OpenAPI 3.1, or a reference to a component. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const registry = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(contract)) {
  if (!(value instanceof z.ZodMiniType)) continue;
  const id = name.replace(/Schema$/, '');
  registry.add(value, { id: id.charAt(0).toUpperCase() + id.slice(1) });
}

const reference = (id: string): string => `#/components/schemas/${id}`;

// Requests before the server parses them and responses before the client does: the document is about the wire.
const options = { io: 'input', uri: reference } as const;

const withoutIdentity = ({ $schema, $id, ...schema }: JsonSchema): JsonSchema => schema;

const all = Object.entries(z.toJSONSchema(registry, options).schemas).map(
  ([id, schema]): [string, JsonSchema] => [id, withoutIdentity(schema)],
);

/** Returns a schema in full. */
export const inline = (schema: z.core.$ZodType): JsonSchema =>
  withoutIdentity(z.toJSONSchema(schema, { io: 'input', metadata: z.registry<{ id: string }>() }));

/** Returns a reference to a schema that the contract exports, and any other schema in full. */
export const referTo = (schema: z.ZodMiniType): JsonSchema => {
  const id = registry.get(schema)?.id;
  return id === undefined ? inline(schema) : { $ref: reference(id) };
};

/** Returns the components that a part of the document refers to, directly or through others. */
export const componentsOf = (root: unknown): Record<string, JsonSchema> => {
  const used = new Map<string, JsonSchema>();
  const collect = (part: unknown): void => {
    const text = JSON.stringify(part);
    for (const [id, schema] of all) {
      if (used.has(id) || !text.includes(`"${reference(id)}"`)) continue;
      used.set(id, schema);
      collect(schema);
    }
  };
  collect(root);
  return Object.fromEntries([...used].sort(([a], [b]) => a.localeCompare(b)));
};
