import { deviceTables } from '../devices/device-tables.ts';
import { groupTables } from '../groups/group-tables.ts';
import { identityTables } from '../identity-pool/identity-tables.ts';
import { mfaTables } from '../mfa/mfa-tables.ts';
import { passkeyTables } from '../passkeys/passkey-tables.ts';
import { pendingEmailTable } from '../users/pending-email-table.ts';

// Times are milliseconds since 1970; `sub` is a user's id, real or simulated.
const initial = `
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
`;

// Users without a password and users of other providers; sessions of more than one client.
const manyWaysToSignIn = `
  CREATE TABLE passwords (
    sub TEXT PRIMARY KEY REFERENCES users (sub) ON DELETE CASCADE,
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL,
    is_temporary INTEGER NOT NULL DEFAULT 0,
    set_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO passwords (sub, salt, verifier, set_at) SELECT sub, salt, verifier, modified_at FROM users;

  CREATE TABLE new_users (
    sub TEXT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email_key TEXT UNIQUE,
    status TEXT NOT NULL,
    is_enabled INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO new_users
    SELECT sub, sub, email_key, status, is_enabled, attributes, created_at, modified_at FROM users;
  DROP TABLE users;
  ALTER TABLE new_users RENAME TO users;

  ALTER TABLE sessions ADD COLUMN client_id TEXT NOT NULL DEFAULT 'localsharemyfilesweb000001';
  ALTER TABLE sessions ADD COLUMN scope TEXT NOT NULL DEFAULT 'aws.cognito.signin.user.admin';
  ALTER TABLE sessions ADD COLUMN device_key TEXT;

  ${deviceTables}
  ${groupTables}
  ${pendingEmailTable}
  ${mfaTables}
  ${identityTables}
  ${passkeyTables}
`;

/** What turns the database of one version into that of the next, oldest first; never changed, only added to. */
export const migrations = [initial, manyWaysToSignIn] as const;
