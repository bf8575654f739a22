import type { DatabaseSync } from 'node:sqlite';

/** Requested but unverified addresses, at most one per user. */
export type PendingEmails = {
  find: (sub: string) => string | undefined;
  set: (sub: string, email: string) => void;
  remove: (sub: string) => void;
};

/** Stores them in the database. They are deleted with their user. */
export const createPendingEmails = (database: DatabaseSync): PendingEmails => {
  const select = database.prepare('SELECT email FROM pending_emails WHERE sub = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO pending_emails (sub, email) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM pending_emails WHERE sub = ?');
  return {
    find: (sub) => {
      const email = select.get(sub)?.email;
      return typeof email === 'string' ? email : undefined;
    },
    set: (sub, email) => {
      replace.run(sub, email);
    },
    remove: (sub) => {
      remove.run(sub);
    },
  };
};
