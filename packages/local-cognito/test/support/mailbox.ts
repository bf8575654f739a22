import type { LocalCognito } from '@share-my-files/local-cognito';

export type Message = {
  id: string;
  to: string;
  subject: string;
  text: string;
  code?: string;
  sentAt: string;
};

type Mailbox = Pick<LocalCognito, 'mailboxUrl'>;

/** Returns the messages to an address, newest first. */
export const messagesTo = async ({ mailboxUrl }: Mailbox, email: string): Promise<Message[]> => {
  const response = await fetch(`${mailboxUrl}/messages?to=${encodeURIComponent(email)}`);
  const { messages } = (await response.json()) as { messages: Message[] };
  return messages;
};

/** Returns the code of the newest message to an address. */
export const newestCode = async (pool: Mailbox, email: string): Promise<string> => {
  const [newest] = await messagesTo(pool, email);
  if (newest?.code === undefined) throw new Error(`No code was mailed to ${email}.`);
  return newest.code;
};

/** Returns a well-formed code that differs from this one. */
export const wrongCodeFor = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
