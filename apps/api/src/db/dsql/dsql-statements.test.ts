import { describe, expect, test } from 'vitest';
import { adaptStatement } from './adapt-statement.ts';
import { findViolations } from './find-violations.ts';
import { readMigrations } from './read-migrations.ts';

describe('a statement of a migration', () => {
  const statements = readMigrations().flatMap(({ sql }) => sql);

  test('uses only features of Aurora DSQL after its adaptation', () => {
    const refused = statements.flatMap((statement) =>
      findViolations(adaptStatement(statement)).map((lacks) => ({ lacks, statement: statement.trim() })),
    );

    expect(statements.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });

  test('that creates an index is adapted', () => {
    expect(adaptStatement('\nCREATE INDEX "a_index" ON "a" USING btree ("b","c");')).toBe(
      'CREATE INDEX ASYNC "a_index" ON "a" ("b","c");',
    );
    expect(adaptStatement('CREATE UNIQUE INDEX "a_index" ON "a" USING btree ("b");')).toBe(
      'CREATE UNIQUE INDEX ASYNC "a_index" ON "a" ("b");',
    );
  });

  test('that adds a foreign key is adapted', () => {
    const statement =
      'ALTER TABLE "a" ADD CONSTRAINT "a_fk" FOREIGN KEY ("b") REFERENCES "public"."b"("id");';

    expect(adaptStatement(statement)).toBe(`${statement.slice(0, -1)} NOT VALID`);
  });

  test('of any other kind is unchanged', () => {
    expect(adaptStatement('CREATE TABLE "a" ("id" uuid PRIMARY KEY)')).toBe(
      'CREATE TABLE "a" ("id" uuid PRIMARY KEY)',
    );
  });
});

describe('Aurora DSQL', () => {
  test.each([
    'SAVEPOINT sp1',
    'TRUNCATE "a"',
    'VACUUM "a"',
    'select pg_advisory_xact_lock(1)',
    'LOCK TABLE "a"',
    'LISTEN changes',
    'select "id" from "a" where "id" = $1 for update skip locked',
    'select "id" from "a" where "id" = $1 for share',
    'select "id" from "a" where "b" = $1 for update',
    'select "id" from "a" inner join "b" on "b"."id" = "a"."b_id" where "a"."id" = $1 for update of "a"',
    'select "id" from "a" where "a"."id" = $1 and exists (select 1 from "b") for update',
    'GRANT USAGE ON SCHEMA public TO "api"',
    'begin isolation level serializable',
    'select "a" from "b" order by "a" collate "de_DE"',
    'CREATE TABLE "a" ("id" serial PRIMARY KEY)',
    'CREATE TABLE "a" ("id" bigint GENERATED ALWAYS AS IDENTITY)',
    'CREATE TABLE "a" ("id" integer GENERATED ALWAYS AS IDENTITY (CACHE 1))',
    'CREATE TABLE "a" ("b" json)',
    'CREATE TABLE "a" AS SELECT 1',
    'CREATE TABLE "a" ("b" text[])',
    'CREATE TABLE "a" ("b" date) PARTITION BY RANGE ("b")',
    'CREATE TEMP TABLE "a" ("id" uuid)',
    'CREATE SEQUENCE "a"',
    'CREATE SEQUENCE "a" CACHE 20',
    'CREATE DATABASE "a"',
    'ALTER SYSTEM SET work_mem = 1',
    'CREATE TYPE "a" AS ENUM (\'b\')',
    'CREATE EXTENSION pg_trgm',
    'CREATE TRIGGER "a" BEFORE INSERT ON "b" EXECUTE FUNCTION c()',
    'CREATE MATERIALIZED VIEW "a" AS SELECT 1',
    'ALTER TABLE "a" ENABLE ROW LEVEL SECURITY',
    'ALTER TABLE "a" ADD COLUMN "b" boolean DEFAULT false NOT NULL',
    'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL',
    'ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE bigint',
    'ALTER TABLE "a" ADD CONSTRAINT "b" UNIQUE("c")',
    'CREATE INDEX "a" ON "b" ("c")',
    'CREATE INDEX ASYNC "a" ON "b" ("c" DESC)',
    'CREATE INDEX ASYNC "a" ON "b" USING gin ("c")',
    'CREATE INDEX ASYNC "a" ON "b" ("1","2","3","4","5","6","7","8",lower("9"))',
    'DO $$ BEGIN END $$',
  ])('does not support %s', (statement) => {
    expect(findViolations(statement)).not.toEqual([]);
  });

  test.each([
    'select "id" from "a" where "a"."id" = $1 for update of "a"',
    'insert into "a" ("name") values (\'savepoint; create sequence\')',
    'select "serial" from "truncate" where "lock" = $1 order by "id" desc',
    'select row_number() over (partition by "a") from "b"',
    'select "id" from "a" where "id" = $1 for key share',
    'ALTER TABLE "a" ADD COLUMN "b" text',
    'ALTER TABLE "a" DROP COLUMN "b"',
    'ALTER TABLE "a" ADD CONSTRAINT "b" CHECK ("c" > 0) NOT VALID',
    'ALTER TABLE "a" ADD CONSTRAINT "b" UNIQUE USING INDEX "c"',
    'CREATE TABLE "a" ("b" jsonb)',
    'CREATE TABLE "a" ("id" bigint GENERATED ALWAYS AS IDENTITY (CACHE 65536))',
    'CREATE SEQUENCE "a" CACHE 1',
    'CREATE DOMAIN "a" AS text CHECK (value <> \'\')',
    'CREATE INDEX ASYNC "a" ON "b" ("c","d")',
    'CREATE INDEX ASYNC "a" ON "b" (lower("c")) WHERE "d" IS NULL',
    'CREATE INDEX ASYNC "a" ON "b" ("1","2","3","4","5","6","7",coalesce("8","9")) INCLUDE ("10")',
  ])('supports %s', (statement) => {
    expect(findViolations(statement)).toEqual([]);
  });
});
