import type { Mailbox } from '../mailbox/mailbox.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { assertPasswordConforms } from './password-policy.ts';
import type { Passwords } from './passwords.ts';
import { generateTemporaryPassword } from './temporary-password.ts';

/** How to invite somebody: with this password or a generated one, by mail or by the administrator's own ways. */
export type Invitation = { temporaryPassword: string | undefined; isMailed: boolean };

/** Gives a user a temporary password, and mails it. Throws InvalidPasswordException if it breaks the policy. */
export const inviteUser = (
  { settings, passwords, mailbox }: { settings: PoolSettings; passwords: Passwords; mailbox: Mailbox },
  { sub, email }: { sub: string; email: string },
  { temporaryPassword, isMailed }: Invitation,
): void => {
  const { passwordPolicy } = settings;
  const password = temporaryPassword || generateTemporaryPassword(passwordPolicy.minimumLength);
  assertPasswordConforms(password, passwordPolicy);
  passwords.set(sub, password, { isTemporary: true });
  if (!isMailed) return;
  const text = `Your username is ${email} and temporary password is ${password}`;
  mailbox.deliver({ to: email, subject: 'Your temporary password', text, code: password });
};
