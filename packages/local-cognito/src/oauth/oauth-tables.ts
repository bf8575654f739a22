/** What the OAuth 2.0 endpoints keep: authorization codes by their hashes, also after their one use. */
export const oauthTables = `
  ALTER TABLE sessions ADD COLUMN is_oauth INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE authorization_codes (
    code_hash TEXT PRIMARY KEY,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    scope TEXT NOT NULL,
    nonce TEXT,
    code_challenge TEXT,
    expires_at INTEGER NOT NULL,
    origin_jti TEXT
  ) STRICT;
`;
