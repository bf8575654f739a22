import type { DatabaseSync } from 'node:sqlite';

/** Long-lived secrets of the pool, by name. */
export type Secrets = {
  find: (name: string) => string | undefined;
  insert: (name: string, value: string) => void;
};

/** Keeps secrets in the database, whose file only its owner can read. */
export const createSecrets = (database: DatabaseSync): Secrets => {
  const select = database.prepare('SELECT value FROM secrets WHERE name = ?');
  const insert = database.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)');
  return {
    find: (name) => {
      const value = select.get(name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    insert: (name, value) => {
      insert.run(name, value);
    },
  };
};
