import type { CorsRule } from './cors-rule.ts';

/** A request to match against the rules. `headers` are names from a preflight; other requests have none. */
export type CorsRequest = { origin: string; method: string; headers: readonly string[] };

const matches = (pattern: string, value: string) => {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === value;
  return value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after);
};

const allowsHeader = (rule: CorsRule, header: string) =>
  rule.allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), header.toLowerCase()));

/** Returns the response headers of the first rule that allows the request, or undefined. */
export const matchCorsRule = (
  rules: readonly CorsRule[],
  { origin, method, headers }: CorsRequest,
): Record<string, string> | undefined => {
  const rule = rules.find(
    (candidate) =>
      candidate.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      candidate.allowedMethods.includes(method) &&
      headers.every((header) => allowsHeader(candidate, header)),
  );
  if (!rule) return undefined;
  const isPublic = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': isPublic ? '*' : origin,
    ...(!isPublic && { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(headers.length > 0 && { 'access-control-allow-headers': headers.join(', ').toLowerCase() }),
    ...(rule.exposeHeaders.length > 0 && { 'access-control-expose-headers': rule.exposeHeaders.join(', ') }),
    ...(rule.maxAgeSeconds !== undefined && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
};
