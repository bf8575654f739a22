/** Authenticator apps, by their secrets, and which methods people want to be asked for. */
export const mfaTables = `
  CREATE TABLE software_tokens (
    sub TEXT PRIMARY KEY REFERENCES users (sub) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    is_verified INTEGER NOT NULL DEFAULT 0,
    last_step INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE mfa_preferences (
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    method TEXT NOT NULL,
    is_preferred INTEGER NOT NULL,
    PRIMARY KEY (sub, method)
  ) STRICT;

  DROP TABLE sign_in_failures;
  CREATE TABLE sign_in_failures (
    sub TEXT NOT NULL,
    factor TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (sub, factor)
  ) STRICT;
`;
