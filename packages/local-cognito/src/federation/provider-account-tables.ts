/** The people whom the local stand-ins of identity providers know. */
export const providerAccountTables = `
  CREATE TABLE provider_accounts (
    provider_name TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    is_email_verified INTEGER NOT NULL,
    PRIMARY KEY (provider_name, id)
  ) STRICT;
`;
