type Rule = { lacks: string; breaks: (statement: string) => boolean };

const matches = (pattern: RegExp) => (statement: string) => pattern.test(statement);

const indexColumns = (statement: string): string[] =>
  (/^CREATE (?:UNIQUE )?INDEX .*? ON [^(]+\((.*)\)/is.exec(statement)?.[1] ?? '').split(',');

const anywhere: Rule[] = [
  { lacks: 'savepoints', breaks: matches(/\bSAVEPOINT\b/i) },
  { lacks: 'TRUNCATE', breaks: matches(/^TRUNCATE\b/i) },
  { lacks: 'advisory locks', breaks: matches(/\bpg_(try_)?advisory/i) },
  { lacks: 'LOCK', breaks: matches(/^LOCK\b/i) },
  { lacks: 'LISTEN and NOTIFY', breaks: matches(/^(UN)?LISTEN\b|^NOTIFY\b|\bpg_notify\b/i) },
  { lacks: 'SKIP LOCKED and NOWAIT', breaks: matches(/\b(SKIP LOCKED|NOWAIT)\b/i) },
  { lacks: 'FOR SHARE', breaks: matches(/\bFOR (SHARE|NO KEY UPDATE)\b/i) },
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
  { lacks: 'sequences without a large cache', breaks: matches(/\bSEQUENCE\b|\bAS IDENTITY\b|\bnextval\b/i) },
  { lacks: 'triggers', breaks: matches(/^CREATE (OR REPLACE )?(CONSTRAINT )?TRIGGER\b/i) },
  { lacks: 'extensions', breaks: matches(/^CREATE EXTENSION\b/i) },
  { lacks: 'custom types', breaks: matches(/^CREATE (TYPE|DOMAIN)\b/i) },
  { lacks: 'PL/pgSQL', breaks: matches(/^DO\b|\bLANGUAGE '?plpgsql/i) },
  { lacks: 'materialized views', breaks: matches(/^CREATE MATERIALIZED\b/i) },
  { lacks: 'row-level security', breaks: matches(/\bROW LEVEL SECURITY\b|^CREATE POLICY\b/i) },
  { lacks: 'temporary and unlogged tables', breaks: matches(/^CREATE (GLOBAL |LOCAL )?(TEMP|UNLOGGED)/i) },
  {
    lacks: 'partitions and inheritance',
    breaks: matches(/^CREATE TABLE.*(\bPARTITION BY\b|\bINHERITS\b)/is),
  },
  { lacks: 'exclusion constraints', breaks: matches(/\bEXCLUDE\b/i) },
  { lacks: 'JSON and array columns', breaks: matches(/^(CREATE|ALTER) TABLE.*(\bjsonb?\b|\[\])/is) },
  {
    lacks: 'new columns with constraints',
    breaks: matches(/\bADD COLUMN\b.*\b(NOT NULL|DEFAULT|UNIQUE|REFERENCES|CHECK)\b/is),
  },
  {
    lacks: 'changing a column’s type, SET NOT NULL',
    breaks: matches(/\bALTER COLUMN\b.*\b(TYPE|SET NOT NULL)\b/is),
  },
  { lacks: 'validating constraints immediately', breaks: matches(/\bADD CONSTRAINT\b(?!.*\bNOT VALID\b)/is) },
  {
    lacks: 'index order, condition or method',
    breaks: matches(/^CREATE (UNIQUE )?INDEX.*(\b(ASC|DESC|WHERE)\b|\bUSING (?!btree))/is),
  },
  {
    lacks: 'expression indexes',
    breaks: (statement) => indexColumns(statement).some((column) => column.includes('(')),
  },
  { lacks: 'more than 8 columns in a key', breaks: (statement) => indexColumns(statement).length > 8 },
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
 * Returns the PostgreSQL features in a statement that Aurora DSQL does not support, as documented in November 2026:
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-unsupported-features.html
 */
export const findViolations = (statement: string): string[] => {
  const bare = withoutNames(withoutText(statement));
  const isDefinition = /^(CREATE|ALTER|DROP|DO)\b/i.test(bare);
  return [...anywhere, ...(isDefinition ? definitions : [])]
    .filter(({ breaks }) => breaks(bare))
    .map(({ lacks }) => lacks);
};
