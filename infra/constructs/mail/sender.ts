import type { MailSettings } from './settings.ts';

type Sender = { name?: string; address: string; domain: string };

/** Splits `Name <address>`. Throws if it contains no address. */
export const parseSender = (from: string): Sender => {
  const match = /^(?:(?<name>[^<>]+?)\s*<)?(?<address>[^<>@\s]+@(?<domain>[^<>@\s]+?))>?$/.exec(from);
  const { name, address, domain } = match?.groups ?? {};
  if (address === undefined || domain === undefined) throw new Error('mail.from contains no email address.');
  return { address, domain, ...(name !== undefined && { name }) };
};

/** The name of the sender's identity in SES. */
export const identityNameOf = ({ from, identity }: MailSettings): string =>
  parseSender(from)[identity === 'domain' ? 'domain' : 'address'];
