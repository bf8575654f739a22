type Adaptation = { applies: RegExp; adapt: (statement: string) => string };

const adaptations: Adaptation[] = [
  {
    // An index is built in the background, and there is only one kind of it.
    // https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-create-index-async.html
    applies: /^CREATE (UNIQUE )?INDEX /i,
    adapt: (statement) => statement.replace(/ INDEX /i, ' INDEX ASYNC ').replace(/ USING btree/i, ''),
  },
  {
    // A constraint holds for new rows at once; rows that are there already are not looked at.
    // https://docs.aws.amazon.com/aurora-dsql/latest/userguide/alter-table-syntax-support.html
    applies: /^ALTER TABLE \S+ ADD CONSTRAINT \S+ FOREIGN KEY /i,
    adapt: (statement) => `${statement.replace(/;$/, '')} NOT VALID`,
  },
];

/** What drizzle-kit wrote for PostgreSQL, in the form that Aurora DSQL takes. */
export const adaptStatement = (statement: string): string =>
  adaptations.reduce(
    (adapted, { applies, adapt }) => (applies.test(adapted) ? adapt(adapted) : adapted),
    statement.trim(),
  );
