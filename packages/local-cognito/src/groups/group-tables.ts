/** Groups and who is in them. */
export const groupTables = `
  CREATE TABLE groups (
    name TEXT PRIMARY KEY,
    description TEXT,
    precedence INTEGER,
    role_arn TEXT,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE group_members (
    name TEXT NOT NULL REFERENCES groups (name) ON DELETE CASCADE,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    PRIMARY KEY (name, sub)
  ) STRICT;
  CREATE INDEX group_members_by_sub ON group_members (sub);
`;
