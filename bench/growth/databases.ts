import pg from 'pg';

/** Runs statements one after another on a connection of their own. */
export const runStatements = async (databaseUrl: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Creates an empty database on the server. */
export const createDatabase = async (serverUrl: string, name: string) => {
  await runStatements(serverUrl, [`create database ${name}`]);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    url: url.href,
    stop: () => runStatements(serverUrl, [`drop database ${name} with (force)`]),
  };
};
