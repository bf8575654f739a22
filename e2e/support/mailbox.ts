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

/** How many messages somebody has, so that a test can wait for the next one. */
export const countMessages = async (email: string): Promise<number> => (await messagesTo(email)).length;

/** The code in the newest message, once there are more messages than `after`. */
export const readCode = async (email: string, after = 0): Promise<string> => {
  await expect.poll(() => countMessages(email)).toBeGreaterThan(after);
  const [newest] = (await messagesTo(email)).toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
  if (newest?.code === undefined) throw new Error(`The newest message to ${email} holds no code.`);
  return newest.code;
};

/** The text of the newest message whose subject matches, waiting for it. */
export const readMessage = async (email: string, subject: RegExp): Promise<string> => {
  const find = async () => (await messagesTo(email)).find((message) => subject.test(message.subject));
  await expect.poll(find).toBeDefined();
  return (await find())?.text ?? '';
};
