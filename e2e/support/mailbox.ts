import { expect } from '@playwright/test';
import { stack } from './stack.ts';

type Message = { to: string; subject: string; text: string; code?: string; sentAt: string };

const messagesTo = async (email: string): Promise<Message[]> => {
  const url = new URL(`http://localhost:${stack().cognitoPort}/mailbox/messages`);
  url.searchParams.set('to', email);
  const response = await fetch(url);
  const { messages } = (await response.json()) as { messages: Message[] };
  return messages;
};

/** Returns the number of messages to an address, so that a test can wait for the next one. */
export const countMessages = async (email: string): Promise<number> => (await messagesTo(email)).length;

/** Resolves with the code in the latest message once there are more than `after` messages. */
export const readCode = async (email: string, after = 0): Promise<string> => {
  await expect.poll(() => countMessages(email)).toBeGreaterThan(after);
  const [latest] = (await messagesTo(email)).toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
  if (latest?.code === undefined) throw new Error(`The latest message to ${email} contains no code.`);
  return latest.code;
};

/** Waits for a message whose subject matches and resolves with its text. */
export const readMessage = async (email: string, subject: RegExp): Promise<string> => {
  const find = async () => (await messagesTo(email)).find((message) => subject.test(message.subject));
  await expect.poll(find).toBeDefined();
  return (await find())?.text ?? '';
};
