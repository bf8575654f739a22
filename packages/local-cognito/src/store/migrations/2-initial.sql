-- Times are milliseconds since 1970; `sub` is the id of a user, real or simulated.
  CREATE TABLE pool_values (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE users (
    sub TEXT PRIMARY KEY,
    email_key TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    is_enabled INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    origin_jti TEXT PRIMARY KEY,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    auth_time INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX sessions_by_sub ON sessions (sub);
  CREATE INDEX sessions_by_expiry ON sessions (expires_at);

  CREATE TABLE refresh_tokens (
    token_hash TEXT PRIMARY KEY,
    origin_jti TEXT NOT NULL REFERENCES sessions (origin_jti) ON DELETE CASCADE,
    rotated_at INTEGER
  ) STRICT;
  CREATE INDEX refresh_tokens_by_session ON refresh_tokens (origin_jti);

  CREATE TABLE verification_codes (
    sub TEXT NOT NULL,
    purpose TEXT NOT NULL,
    code TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (sub, purpose)
  ) STRICT;

  CREATE TABLE attempts (
    sub TEXT NOT NULL,
    operation TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX attempts_by_subject ON attempts (sub, operation, at);
  CREATE INDEX attempts_by_time ON attempts (at);

  CREATE TABLE sign_in_failures (
    sub TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    code TEXT,
    sent_at INTEGER NOT NULL
  ) STRICT;
