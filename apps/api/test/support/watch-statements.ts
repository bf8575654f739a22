import { expect } from 'vitest';
import { findViolations } from '#db/dsql/find-violations.ts';

// Statements of drizzle's own migrator, which never runs on Aurora DSQL, and of the tests themselves.
const isOfMigrator = (statement: string): boolean =>
  /^(CREATE|ALTER|VACUUM)\b|"drizzle"\./i.test(statement.trim());

/** Collects the statements that the API sends, to check that Aurora DSQL supports them. */
export const watchStatements = () => {
  const statements = new Set<string>();
  let count = 0;
  return {
    watch: (statement: string): void => {
      count += 1;
      if (!isOfMigrator(statement)) statements.add(statement);
    },
    count: (): number => count,
    expectToRunOnDsql: (): void => {
      const refused = [...statements].flatMap((statement) =>
        findViolations(statement).map((lacks) => ({ lacks, statement })),
      );
      expect(refused).toEqual([]);
    },
  };
};
