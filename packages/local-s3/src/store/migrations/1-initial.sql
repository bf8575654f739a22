-- IF NOT EXISTS, because folders without a version already contain these tables.
CREATE TABLE IF NOT EXISTS buckets (
  name TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  cors TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS objects (
  id TEXT PRIMARY KEY,
  bucket TEXT NOT NULL REFERENCES buckets (name),
  key TEXT NOT NULL,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  headers TEXT NOT NULL,
  checksum TEXT,
  UNIQUE (bucket, key)
) STRICT;

CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY,
  bucket TEXT NOT NULL REFERENCES buckets (name),
  key TEXT NOT NULL,
  initiated_at INTEGER NOT NULL,
  headers TEXT NOT NULL,
  checksum TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS uploads_by_key ON uploads (bucket, key, id);

-- The owner is an object or an upload; completing an upload makes an object of the same id.
CREATE TABLE IF NOT EXISTS parts (
  owner TEXT NOT NULL,
  number INTEGER NOT NULL,
  blob TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  checksum TEXT,
  PRIMARY KEY (owner, number)
) STRICT, WITHOUT ROWID;
