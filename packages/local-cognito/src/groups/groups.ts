import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { resourceNotFound } from '../errors.ts';
import { type Page, type PageRequest, readPage } from '../store/page.ts';

const rowSchema = z
  .object({
    name: z.string(),
    description: z.string().nullable(),
    precedence: z.int().nullable(),
    role_arn: z.string().nullable(),
    created_at: z.int(),
    modified_at: z.int(),
  })
  .transform(({ role_arn, created_at, modified_at, ...row }) => ({
    ...row,
    roleArn: role_arn,
    createdAt: created_at,
    modifiedAt: modified_at,
  }));

/** A group of users. Of a user's groups, the one with the lowest precedence comes first. */
export type Group = z.output<typeof rowSchema>;

/** The mutable fields of a group. */
export type GroupChanges = Partial<Pick<Group, 'description' | 'precedence' | 'roleArn'>>;

/** The groups of the pool and their members. */
export type Groups = ReturnType<typeof createGroups>;

const prepareStatements = (database: DatabaseSync) => ({
  select: database.prepare('SELECT * FROM groups WHERE name = ?'),
  replace: database.prepare(`
    INSERT INTO groups (name, description, precedence, role_arn, created_at, modified_at)
    VALUES (:name, :description, :precedence, :roleArn, :createdAt, :modifiedAt)
    ON CONFLICT (name) DO UPDATE SET description = excluded.description, precedence = excluded.precedence,
      role_arn = excluded.role_arn, modified_at = excluded.modified_at`),
  remove: database.prepare('DELETE FROM groups WHERE name = ?'),
  list: database.prepare('SELECT * FROM groups WHERE name > ? ORDER BY name LIMIT ?'),
  listOf: database.prepare(`
    SELECT groups.* FROM groups JOIN group_members USING (name)
    WHERE sub = ? AND name > ? ORDER BY name LIMIT ?`),
  namesOf: database.prepare(`
    SELECT name FROM groups JOIN group_members USING (name)
    WHERE sub = ? ORDER BY precedence NULLS LAST, name`),
  addMember: database.prepare('INSERT OR IGNORE INTO group_members (name, sub) VALUES (?, ?)'),
  removeMember: database.prepare('DELETE FROM group_members WHERE name = ? AND sub = ?'),
  members: database.prepare('SELECT sub FROM group_members WHERE name = ? AND sub > ? ORDER BY sub LIMIT ?'),
});

const nameRow = z.object({ name: z.string() }).transform(({ name }) => name);
const memberRow = z.object({ sub: z.string() }).transform(({ sub }) => sub);

/** Stores groups in the database. Deleting a user or a group deletes the memberships. */
export const createGroups = (database: DatabaseSync, now: () => number) => {
  const statements = prepareStatements(database);

  const find = (name: string): Group | undefined => {
    const row = statements.select.get(name);
    return row === undefined ? undefined : rowSchema.parse(row);
  };

  return {
    find,
    /** Throws ResourceNotFoundException. */
    get: (name: string): Group => {
      const group = find(name);
      if (group === undefined) throw resourceNotFound('Group not found.');
      return group;
    },
    create: (
      name: string,
      { description = null, precedence = null, roleArn = null }: GroupChanges,
    ): Group => {
      const group = { name, description, precedence, roleArn, createdAt: now(), modifiedAt: now() };
      statements.replace.run(group);
      return group;
    },
    /** Changes the given fields only. */
    update: (group: Group, changes: GroupChanges): Group => {
      const changed = { ...group, ...changes, modifiedAt: now() };
      statements.replace.run(changed);
      return changed;
    },
    remove: (name: string) => {
      statements.remove.run(name);
    },
    list: (request: PageRequest): Page<Group> =>
      readPage(
        request,
        ({ name }) => name,
        (after, limit) => z.array(rowSchema).parse(statements.list.all(after, limit)),
      ),
    listOf: (sub: string, request: PageRequest): Page<Group> =>
      readPage(
        request,
        ({ name }) => name,
        (after, limit) => z.array(rowSchema).parse(statements.listOf.all(sub, after, limit)),
      ),
    /** The names of a user's groups, ordered by precedence. */
    namesOf: (sub: string): string[] => z.array(nameRow).parse(statements.namesOf.all(sub)),
    addMember: (name: string, sub: string) => {
      statements.addMember.run(name, sub);
    },
    removeMember: (name: string, sub: string) => {
      statements.removeMember.run(name, sub);
    },
    /** The `sub` of each member. */
    members: (name: string, request: PageRequest): Page<string> =>
      readPage(
        request,
        (sub) => sub,
        (after, limit) => z.array(memberRow).parse(statements.members.all(name, after, limit)),
      ),
  };
};
