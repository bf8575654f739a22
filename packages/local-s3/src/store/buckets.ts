import type { DatabaseSync } from 'node:sqlite';
import type { CorsRule } from '../cors/cors-rule.ts';

/** A bucket and its CORS configuration. */
type Bucket = { name: string; createdAt: number; cors: CorsRule[] | undefined };

/** Queries about buckets. */
export type Buckets = {
  find(name: string): Bucket | undefined;
  list(): Bucket[];
  create(name: string, createdAt: number): void;
  saveCors(name: string, cors: readonly CorsRule[]): void;
};

type BucketRow = { name: string; created_at: number; cors: string | null };

const toBucket = ({ name, created_at, cors }: BucketRow): Bucket => ({
  name,
  createdAt: created_at,
  cors: cors === null ? undefined : JSON.parse(cors),
});

/** Prepares the queries. */
export const createBuckets = (database: DatabaseSync): Buckets => {
  const find = database.prepare('SELECT * FROM buckets WHERE name = ?');
  const list = database.prepare('SELECT * FROM buckets ORDER BY name');
  const insert = database.prepare('INSERT INTO buckets (name, created_at) VALUES (?, ?)');
  const saveCors = database.prepare('UPDATE buckets SET cors = ? WHERE name = ?');
  return {
    find: (name) => {
      const row = find.get(name) as BucketRow | undefined;
      return row && toBucket(row);
    },
    list: () => (list.all() as BucketRow[]).map(toBucket),
    create: (name, createdAt) => void insert.run(name, createdAt),
    saveCors: (name, cors) => void saveCors.run(JSON.stringify(cors), name),
  };
};
