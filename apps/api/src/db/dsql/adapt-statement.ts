type Adaptation = { applies: RegExp; adapt: (statement: string) => string };

const adaptations: Adaptation[] = [
  {
    // Indexes are built in the background and have a single access method.
    // https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-create-index-async.html
    applies: /^CREATE (UNIQUE )?INDEX /i,
    adapt: (statement) => statement.replace(/ INDEX /i, ' INDEX ASYNC ').replace(/ USING btree/i, ''),
  },
  {
    // Constraints are enforced for new rows; existing rows are not validated.
    // https://docs.aws.amazon.com/aurora-dsql/latest/userguide/alter-table-syntax-support.html
    applies: /^ALTER TABLE \S+ ADD CONSTRAINT \S+ FOREIGN KEY /i,
    adapt: (statement) => `${statement.replace(/;$/, '')} NOT VALID`,
  },
];

/** Converts a PostgreSQL statement of drizzle-kit to the syntax of Aurora DSQL. */
export const adaptStatement = (statement: string): string =>
  adaptations.reduce(
    (adapted, { applies, adapt }) => (applies.test(adapted) ? adapt(adapted) : adapted),
    statement.trim(),
  );
