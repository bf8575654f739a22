type Rule = { lacks: string; breaks: (statement: string) => boolean };

const matches = (pattern: RegExp) => (statement: string) => pattern.test(statement);

const withoutNested = (text: string): string => {
  const flat = text.replace(/\([^()]*\)/g, '');
  return flat === text ? flat : withoutNested(flat);
};

const countIndexColumns = (statement: string): number => {
  const keys = /^CREATE (?:UNIQUE )?INDEX .*? ON [^(]+\((.*)/is.exec(statement)?.[1] ?? '';
  return (withoutNested(keys).split(')')[0] ?? '').split(',').length;
};

const hasOtherCache = (statement: string): boolean => {
  const cache = Number(/\bCACHE (\d+)/i.exec(statement)?.[1] ?? 0);
  return /\bCREATE SEQUENCE\b|\bAS IDENTITY\b/i.test(statement) && cache !== 1 && cache < 65_536;
};

const anywhere: Rule[] = [
  { lacks: 'savepoints', breaks: matches(/\bSAVEPOINT\b/i) },
  { lacks: 'TRUNCATE and VACUUM', breaks: matches(/^(TRUNCATE|VACUUM)\b/i) },
  { lacks: 'advisory locks', breaks: matches(/\bpg_(try_)?advisory/i) },
  { lacks: 'LOCK', breaks: matches(/^LOCK\b/i) },
  { lacks: 'LISTEN and NOTIFY', breaks: matches(/^(UN)?LISTEN\b|^NOTIFY\b|\bpg_notify\b/i) },
  { lacks: 'SKIP LOCKED and NOWAIT', breaks: matches(/\b(SKIP LOCKED|NOWAIT)\b/i) },
  { lacks: 'FOR SHARE', breaks: matches(/\bFOR (SHARE|NO KEY UPDATE)\b/i) },
  // The page of August 2026 no longer names the errors of the next two: they stay until a cluster accepts one.
  {
    lacks: 'FOR UPDATE without the key of the row',
    breaks: (statement) => /\bFOR UPDATE\b/i.test(statement) && !/"id" = (\$\d|')/i.test(statement),
  },
  {
    lacks: 'FOR UPDATE in a statement about several tables',
    breaks: (statement) =>
      /\bFOR UPDATE\b/i.test(statement) && /\bJOIN\b|\bSELECT\b.*\bSELECT\b/is.test(statement),
  },
  {
    lacks: 'GRANT and REVOKE on the schema public',
    breaks: matches(/^(GRANT|REVOKE)\b.* ON SCHEMA "?public\b/i),
  },
  { lacks: 'setting the isolation level', breaks: matches(/\bISOLATION LEVEL\b/i) },
  { lacks: 'collations other than C', breaks: matches(/\bCOLLATE\b/i) },
  { lacks: 'large objects', breaks: matches(/\blo_(creat|import|export)/i) },
];

const definitions: Rule[] = [
  { lacks: 'serial columns', breaks: matches(/\b(SMALL|BIG)?SERIAL\b/i) },
  { lacks: 'sequences with a cache other than 1 or at least 65,536', breaks: hasOtherCache },
  {
    lacks: 'identity columns other than bigint',
    breaks: matches(/\b(INT|INT[24]|INTEGER|SMALLINT) [^,]*\bAS IDENTITY\b/i),
  },
  { lacks: 'triggers', breaks: matches(/^CREATE (OR REPLACE )?(CONSTRAINT )?TRIGGER\b/i) },
  { lacks: 'extensions', breaks: matches(/^CREATE EXTENSION\b/i) },
  { lacks: 'custom types other than domains', breaks: matches(/^CREATE TYPE\b/i) },
  { lacks: 'PL/pgSQL', breaks: matches(/^DO\b|\bLANGUAGE '?plpgsql/i) },
  { lacks: 'materialized views', breaks: matches(/^CREATE MATERIALIZED\b/i) },
  { lacks: 'row-level security', breaks: matches(/\bROW LEVEL SECURITY\b|^CREATE POLICY\b/i) },
  { lacks: 'temporary and unlogged tables', breaks: matches(/^CREATE (GLOBAL |LOCAL )?(TEMP|UNLOGGED)/i) },
  {
    lacks: 'partitions and inheritance',
    breaks: matches(/^CREATE TABLE.*(\bPARTITION BY\b|\bINHERITS\b)/is),
  },
  { lacks: 'tables from a query', breaks: matches(/^CREATE TABLE \S+( \([^)]*\))? AS\b/i) },
  {
    lacks: 'databases, tablespaces and ALTER SYSTEM',
    breaks: matches(/^(CREATE (DATABASE|TABLESPACE)|ALTER SYSTEM)\b/i),
  },
  { lacks: 'exclusion constraints', breaks: matches(/\bEXCLUDE\b/i) },
  { lacks: 'json and array columns', breaks: matches(/^(CREATE|ALTER) TABLE.*(\bjson\b|\[\])/is) },
  {
    lacks: 'new columns with constraints',
    breaks: matches(/\bADD COLUMN\b.*\b(NOT NULL|DEFAULT|UNIQUE|REFERENCES|CHECK)\b/is),
  },
  {
    lacks: 'changing a column’s type, SET NOT NULL',
    breaks: matches(/\bALTER COLUMN\b.*\b(TYPE|SET NOT NULL)\b/is),
  },
  {
    lacks: 'validating constraints immediately',
    breaks: matches(/\bADD CONSTRAINT\b(?!.*\b(NOT VALID|USING INDEX)\b)/is),
  },
  { lacks: 'index order or method', breaks: matches(/^CREATE (UNIQUE )?INDEX.*\b(ASC|DESC|USING)\b/is) },
  { lacks: 'more than 8 columns in a key', breaks: (statement) => countIndexColumns(statement) > 8 },
  { lacks: 'indexes built synchronously', breaks: matches(/^CREATE (UNIQUE )?INDEX (?!ASYNC)/i) },
];

const withoutText = (statement: string): string =>
  statement
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .trim();

// The name of the key stays, for the rule about FOR UPDATE.
const withoutNames = (statement: string): string =>
  statement.replace(/"(?:[^"]|"")*"/g, (name) => (name === '"id"' ? name : '"x"'));

/**
 * Returns the PostgreSQL features in a statement that Aurora DSQL does not support, as documented in September 2026:
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-supported-sql-features.html
 * and its subsets of commands; the release notes name what becomes supported.
 */
export const findViolations = (statement: string): string[] => {
  const bare = withoutNames(withoutText(statement));
  const isDefinition = /^(CREATE|ALTER|DROP|DO)\b/i.test(bare);
  return [...anywhere, ...(isDefinition ? definitions : [])]
    .filter(({ breaks }) => breaks(bare))
    .map(({ lacks }) => lacks);
};
