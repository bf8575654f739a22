/** Devices that users have confirmed, each with the SRP verifier of its own password. */
export const deviceTables = `
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
`;
