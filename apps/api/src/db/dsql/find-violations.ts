type Rule = { lacks: string; breaks: (statement: string) => boolean };

const says = (pattern: RegExp) => (statement: string) => pattern.test(statement);

const indexColumns = (statement: string): string[] =>
  (/^CREATE (?:UNIQUE )?INDEX .*? ON [^(]+\((.*)\)/is.exec(statement)?.[1] ?? '').split(',');

const anywhere: Rule[] = [
  { lacks: 'savepoints', breaks: says(/\bSAVEPOINT\b/i) },
  { lacks: 'TRUNCATE', breaks: says(/^TRUNCATE\b/i) },
  { lacks: 'advisory locks', breaks: says(/\bpg_(try_)?advisory/i) },
  { lacks: 'LOCK', breaks: says(/^LOCK\b/i) },
  { lacks: 'LISTEN and NOTIFY', breaks: says(/^(UN)?LISTEN\b|^NOTIFY\b|\bpg_notify\b/i) },
  { lacks: 'waiting for locks', breaks: says(/\b(SKIP LOCKED|NOWAIT)\b/i) },
  { lacks: 'FOR SHARE', breaks: says(/\bFOR (SHARE|NO KEY UPDATE)\b/i) },
  {
    lacks: 'FOR UPDATE without the key of the row',
    breaks: (statement) => /\bFOR UPDATE\b/i.test(statement) && !/"id" = (\$\d|')/i.test(statement),
  },
  { lacks: 'a choice of isolation', breaks: says(/\bISOLATION LEVEL\b/i) },
  { lacks: 'collations other than C', breaks: says(/\bCOLLATE\b/i) },
  { lacks: 'large objects', breaks: says(/\blo_(creat|import|export)/i) },
];

const definitions: Rule[] = [
  { lacks: 'serial columns', breaks: says(/\b(SMALL|BIG)?SERIAL\b/i) },
  { lacks: 'sequences without a large cache', breaks: says(/\bSEQUENCE\b|\bAS IDENTITY\b|\bnextval\b/i) },
  { lacks: 'triggers', breaks: says(/^CREATE (OR REPLACE )?(CONSTRAINT )?TRIGGER\b/i) },
  { lacks: 'extensions', breaks: says(/^CREATE EXTENSION\b/i) },
  { lacks: 'types of one’s own', breaks: says(/^CREATE (TYPE|DOMAIN)\b/i) },
  { lacks: 'PL/pgSQL', breaks: says(/^DO\b|\bLANGUAGE '?plpgsql/i) },
  { lacks: 'materialized views', breaks: says(/^CREATE MATERIALIZED\b/i) },
  { lacks: 'row-level security', breaks: says(/\bROW LEVEL SECURITY\b|^CREATE POLICY\b/i) },
  { lacks: 'temporary and unlogged tables', breaks: says(/^CREATE (GLOBAL |LOCAL )?(TEMP|UNLOGGED)/i) },
  { lacks: 'partitions and inheritance', breaks: says(/^CREATE TABLE.*(\bPARTITION BY\b|\bINHERITS\b)/is) },
  { lacks: 'exclusion constraints', breaks: says(/\bEXCLUDE\b/i) },
  { lacks: 'columns of JSON and of arrays', breaks: says(/^(CREATE|ALTER) TABLE.*(\bjsonb?\b|\[\])/is) },
  {
    lacks: 'columns with constraints in a table that exists',
    breaks: says(/\bADD COLUMN\b.*\b(NOT NULL|DEFAULT|UNIQUE|REFERENCES|CHECK)\b/is),
  },
  {
    lacks: 'changes of a column’s type or SET NOT NULL',
    breaks: says(/\bALTER COLUMN\b.*\b(TYPE|SET NOT NULL)\b/is),
  },
  { lacks: 'constraints that are checked at once', breaks: says(/\bADD CONSTRAINT\b(?!.*\bNOT VALID\b)/is) },
  {
    lacks: 'an order, a condition or a method of an index',
    breaks: says(/^CREATE (UNIQUE )?INDEX.*(\b(ASC|DESC|WHERE)\b|\bUSING (?!btree))/is),
  },
  {
    lacks: 'indexes of expressions',
    breaks: (statement) => indexColumns(statement).some((column) => column.includes('(')),
  },
  { lacks: 'more than 8 columns in a key', breaks: (statement) => indexColumns(statement).length > 8 },
  { lacks: 'indexes that are built at once', breaks: says(/^CREATE (UNIQUE )?INDEX (?!ASYNC)/i) },
];

const withoutText = (statement: string): string =>
  statement
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .trim();

const withoutNames = (statement: string): string => statement.replace(/"(?!id" =)(?:[^"]|"")*"/g, '"x"');

/**
 * What Aurora DSQL lacks of that which a statement uses. Known are the documented differences, as of November 2026:
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-unsupported-features.html
 */
export const findViolations = (statement: string): string[] => {
  const bare = withoutNames(withoutText(statement));
  const isDefinition = /^(CREATE|ALTER|DROP|DO)\b/i.test(bare);
  return [...anywhere, ...(isDefinition ? definitions : [])]
    .filter(({ breaks }) => breaks(bare))
    .map(({ lacks }) => lacks);
};
