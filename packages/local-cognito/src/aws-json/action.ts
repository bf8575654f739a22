import type { z } from 'zod';
import { type CognitoError, invalidParameter, serializationFailed } from '../errors.ts';

/**
 * A Cognito API action: maps the parsed JSON body of a request to that of the response. Administrators'
 * actions require a signed request.
 */
export type Action = { (body: unknown): object | Promise<object>; needsSignature?: true };

const camelCase = (key: PropertyKey): string => {
  const name = String(key);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** Returns the expression in Cognito's notation: without slashes and flags. */
const patternOf = ({ pattern = '' }: z.core.$ZodIssueInvalidStringFormat): string =>
  pattern.slice(1, pattern.lastIndexOf('/'));

const constraintOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'too_small':
      return `Member must have length greater than or equal to ${issue.minimum}`;
    case 'too_big':
      return `Member must have length less than or equal to ${issue.maximum}`;
    case 'invalid_format':
      return `Member must satisfy regular expression pattern: ${patternOf(issue)}`;
    case 'invalid_value':
      return `Member must satisfy enum value set: [${issue.values.join(', ')}]`;
    default:
      return 'Member must not be null';
  }
};

const valueAt = (body: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );

const toCognitoError = (body: unknown, issues: z.core.$ZodIssue[]): CognitoError => {
  const isWrongType = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 || (code === 'invalid_type' && (valueAt(body, path) ?? undefined) !== undefined);
  if (issues.some(isWrongType)) return serializationFailed('A member of the request has the wrong type.');
  const reasons = issues.map(
    (issue) =>
      `Value at '${issue.path.map(camelCase).join('.')}' failed to satisfy constraint: ${constraintOf(issue)}`,
  );
  const count = `${reasons.length} validation error${reasons.length === 1 ? '' : 's'} detected`;
  return invalidParameter(`${count}: ${reasons.join('; ')}`);
};

/** Binds an action to the schema of its request. Unknown members are ignored. */
export const defineAction =
  <Schema extends z.ZodType>(
    schema: Schema,
    handle: (request: z.output<Schema>) => object | Promise<object>,
  ): Action =>
  (body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw toCognitoError(body, parsed.error.issues);
    return handle(parsed.data);
  };
