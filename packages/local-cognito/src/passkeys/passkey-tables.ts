/** The tables of this folder, for the migration that brings passkeys. */
export const passkeyTables = `
  CREATE TABLE passkeys (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    credential_id TEXT NOT NULL UNIQUE,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    friendly_name TEXT NOT NULL,
    relying_party_id TEXT NOT NULL,
    attachment TEXT,
    transports TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX passkeys_by_sub ON passkeys (sub, position);

  CREATE TABLE passkey_registrations (
    challenge TEXT PRIMARY KEY,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
`;
