import type { DatabaseSync } from 'node:sqlite';

/** Values created on the first start of a pool that never change: its id, signing keys and secrets. */
export type PoolValues = {
  find: (name: string) => string | undefined;
  insert: (name: string, value: string) => void;
};

/** Stores the values in the database, which only its owner can read. */
export const createPoolValues = (database: DatabaseSync): PoolValues => {
  const select = database.prepare('SELECT value FROM pool_values WHERE name = ?');
  const insert = database.prepare('INSERT INTO pool_values (name, value) VALUES (?, ?)');
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

/** Returns a stored value, or creates and stores it. */
export const findOrCreate = (values: PoolValues, name: string, create: () => string): string => {
  const stored = values.find(name);
  if (stored !== undefined) return stored;
  const created = create();
  values.insert(name, created);
  return created;
};
