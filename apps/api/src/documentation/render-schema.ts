import type { JsonSchema } from '@share-my-files/contract/openapi';
import { type Html, html } from './html.ts';

const prefix = '#/components/schemas/';

const withSeparator = (separator: string, parts: readonly Html[]): Html[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [html`${separator}`, part]));

const subschemas = (schemas: readonly (JsonSchema | boolean)[]): JsonSchema[] =>
  schemas.filter((schema) => typeof schema !== 'boolean');

/** Renders the type of a value in one line, with links to the schemas that it refers to. */
export const renderType = (schema: JsonSchema): Html => {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace(prefix, '');
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.enum) {
    return html`${withSeparator(
      ' | ',
      schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`),
    )}`;
  }
  if (schema.anyOf) return html`${withSeparator(' | ', subschemas(schema.anyOf).map(renderType))}`;
  if (schema.type === 'array') return html`array of ${renderType(schema.items as JsonSchema)}`;
  return html`${[[schema.type].flat().join(' | '), schema.format].filter(Boolean).join(', ')}`;
};

const limitNames = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'default',
] as const;

/** Renders the limits of a value; those of JavaScript's integers are left out. */
const renderLimits = (schema: JsonSchema): Html => {
  const limits = limitNames.flatMap((name) => {
    const value = schema[name];
    return value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
      ? []
      : [`${name} ${JSON.stringify(value)}`];
  });
  return html`${limits.join(', ')}`;
};

const renderField = (name: string, schema: JsonSchema, isRequired: boolean): Html => html`
<tr><th scope="row"><code>${name}</code></th><td>${renderType(schema)}</td>
<td>${isRequired ? 'required' : 'optional'}</td><td>${renderLimits(schema)}</td></tr>`;

/** Renders a table of fields. */
export const renderFields = (
  fields: readonly { name: string; schema: JsonSchema; required: boolean }[],
): Html => html`<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Needed</th><th scope="col">Limits</th></tr></thead>
<tbody>${fields.map(({ name, schema, required }) => renderField(name, schema, required))}</tbody></table></div>`;

/** Renders a component with its fields, or its type if it is no object. */
export const renderSchema = (name: string, schema: JsonSchema): Html => {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, value]) =>
    typeof value === 'boolean'
      ? []
      : [{ name: field, schema: value, required: schema.required?.includes(field) ?? false }],
  );
  const details =
    fields.length > 0 ? renderFields(fields) : html`<p>${renderType(schema)} ${renderLimits(schema)}</p>`;
  return html`<section id="${name}"><h3>${name}</h3>${details}</section>`;
};
