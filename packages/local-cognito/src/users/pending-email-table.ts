/** Addresses that replace a user's own once the code that was sent there has come back. */
export const pendingEmailTable = `
  CREATE TABLE pending_emails (
    sub TEXT PRIMARY KEY REFERENCES users (sub) ON DELETE CASCADE,
    email TEXT NOT NULL
  ) STRICT;
`;
