import type { Template } from 'aws-cdk-lib/assertions';

/** A part of a template. */
export type Json = { readonly [name: string]: unknown };

/** The resources of a type, with their logical ids. */
export const resourcesOf = (template: Template, type: string): [id: string, properties: Json][] =>
  Object.entries(template.findResources(type)).map(([id, { Properties }]) => [id, Properties ?? {}]);

/** The only resource of a type. Throws unless there is exactly one. */
export const onlyResource = (template: Template, type: string): Json => {
  const [first, ...others] = resourcesOf(template, type);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} resources of ${type}.`);
  return first[1];
};

/** The resource of a type whose logical id starts with the prefix. Throws if there is none. */
export const resourceNamed = (template: Template, type: string, prefix: string): Json => {
  const found = resourcesOf(template, type).find(([id]) => id.startsWith(prefix));
  if (found === undefined) throw new Error(`No ${type} is named ${prefix}.`);
  return found[1];
};

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };

/** The actions and resources of the policies whose logical id contains `idPart`. */
export const permissionsOf = (template: Template, idPart: string): [action: string, resource: string][] =>
  resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([id]) => id.includes(idPart))
    .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Statement[] }).Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().map((action): [string, string] => [action, JSON.stringify(Resource)]),
    );

const referencesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])];
    if (key === 'DependsOn') return [inner].flat().map(String);
    return referencesOf(inner);
  });
};

/** Finds a circular dependency of resources, which otherwise only CloudFormation detects. */
export const findCycle = (template: Template): string[] | undefined => {
  const resources: Json = template.toJSON().Resources;
  const done = new Set<string>();
  const visit = (id: string, way: string[]): string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id) || resources[id] === undefined) return undefined;
    for (const next of referencesOf(resources[id])) {
      const cycle = visit(next, [...way, id]);
      if (cycle !== undefined) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(resources)) {
    const cycle = visit(id, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
};
