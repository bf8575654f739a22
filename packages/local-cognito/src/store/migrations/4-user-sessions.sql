-- The records of session management: device and last use of each token session.
  CREATE TABLE user_sessions (
    session_id TEXT PRIMARY KEY,
    origin_jti TEXT NOT NULL UNIQUE REFERENCES sessions (origin_jti) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    last_active_at INTEGER NOT NULL,
    device_type TEXT NOT NULL,
    ip_address TEXT NOT NULL
  ) STRICT;
