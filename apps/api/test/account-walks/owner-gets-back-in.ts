import { expect } from 'vitest';
import type { Account } from './account.ts';
import { getIn } from './get-in.ts';
import { only, type Possessions } from './possessions.ts';
import type { World } from './world.ts';

/** Each way that the owner has besides the mailbox. The password is one only where the mailbox cannot replace it. */
const waysOf = (owner: Possessions, { hasAuthenticator, isVerified }: Account): Partial<Possessions>[] => [
  ...owner.passkeys.map((passkey) => ({ passkeys: [passkey] })),
  ...(hasAuthenticator && isVerified && owner.authenticatorSecret !== undefined
    ? [{ authenticatorSecret: owner.authenticatorSecret }]
    : []),
  ...(hasAuthenticator && isVerified && owner.device !== undefined ? [{ device: owner.device }] : []),
  ...(hasAuthenticator ? [] : [{ password: owner.password }]),
];

/** Expects that the mailbox and any one more way let the owner in, or nothing at all if the account is disabled. */
export const expectOwnerGetsBackIn = async (world: World, account: Account): Promise<void> => {
  const { pool, email, owner, api } = world;
  for (const way of waysOf(owner, account)) {
    const has = only({ mailboxes: [email], ...way });
    const accessToken = await getIn(pool, email, has);
    const described = `the owner with the mailbox and ${Object.keys(way)}`;
    expect(accessToken !== undefined, `${described}, at ${JSON.stringify(account)}`).toBe(account.isEnabled);
    if (has.password !== undefined) owner.password = has.password;
    if (accessToken !== undefined) await api.clientWith(accessToken).call('getMe').expect(200);
  }
};
