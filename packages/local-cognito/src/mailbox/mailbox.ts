import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const MESSAGES_KEPT = 500;

/** A message to deliver. `code` is what its reader would copy. */
export type OutgoingMessage = { to: string; subject: string; text: string; code?: string };

/** A message in the mailbox. `sentAt` is in ISO 8601. */
export type Message = OutgoingMessage & { id: string; sentAt: string };

const rowSchema = z
  .object({
    id: z.int(),
    recipient: z.string(),
    subject: z.string(),
    text: z.string(),
    code: z.string().nullable(),
    sent_at: z.int(),
  })
  .transform(
    ({ id, recipient, subject, text, code, sent_at }): Message => ({
      id: String(id),
      to: recipient,
      subject,
      text,
      ...(code === null ? {} : { code }),
      sentAt: new Date(sent_at).toISOString(),
    }),
  );

/** The mail that the pool and the app would have sent. */
export type Mailbox = ReturnType<typeof createMailbox>;

/** Stores the newest 500 messages in the database and notifies subscribers of changes. */
export const createMailbox = (database: DatabaseSync, now: () => number) => {
  const insert = database.prepare(
    'INSERT INTO messages (recipient, subject, text, code, sent_at) VALUES (?, ?, ?, ?, ?)',
  );
  const trim = database.prepare(
    `DELETE FROM messages WHERE id <= (SELECT MAX(id) FROM messages) - ${MESSAGES_KEPT}`,
  );
  const select = database.prepare('SELECT * FROM messages ORDER BY id DESC');
  const selectTo = database.prepare(
    'SELECT * FROM messages WHERE recipient = ? COLLATE NOCASE ORDER BY id DESC',
  );
  const clear = database.prepare('DELETE FROM messages');
  const subscribers = new Set<() => void>();

  const notify = () => {
    for (const subscriber of subscribers) subscriber();
  };

  return {
    deliver: ({ to, subject, text, code }: OutgoingMessage): string => {
      const { lastInsertRowid } = insert.run(to, subject, text, code ?? null, now());
      trim.run();
      notify();
      return String(lastInsertRowid);
    },
    /** Newest first. `to` selects one address, case-insensitively. */
    list: (to?: string): Message[] =>
      z.array(rowSchema).parse(to === undefined ? select.all() : selectTo.all(to)),
    clear: () => {
      clear.run();
      notify();
    },
    /** Calls `subscriber` after each change until the returned function is called. */
    subscribe: (subscriber: () => void): (() => void) => {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
};
