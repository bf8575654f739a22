/** One identity for each user who has asked for one. */
export const identityTables = `
  CREATE TABLE identities (
    identity_id TEXT PRIMARY KEY,
    sub TEXT NOT NULL UNIQUE REFERENCES users (sub) ON DELETE CASCADE
  ) STRICT;
`;
