-- Users without a password, users of other providers, sessions of several clients.
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

  CREATE TABLE devices (
    device_key TEXT PRIMARY KEY,
    sub TEXT NOT NULL REFERENCES users (sub) ON DELETE CASCADE,
    name TEXT,
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL,
    is_remembered INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    authenticated_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX devices_by_sub ON devices (sub, device_key);

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

  CREATE TABLE pending_emails (
    sub TEXT PRIMARY KEY REFERENCES users (sub) ON DELETE CASCADE,
    email TEXT NOT NULL
  ) STRICT;

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

  CREATE TABLE identities (
    identity_id TEXT PRIMARY KEY,
    sub TEXT NOT NULL UNIQUE REFERENCES users (sub) ON DELETE CASCADE
  ) STRICT;

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

  CREATE TABLE provider_accounts (
    provider_name TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    is_email_verified INTEGER NOT NULL,
    PRIMARY KEY (provider_name, id)
  ) STRICT;
