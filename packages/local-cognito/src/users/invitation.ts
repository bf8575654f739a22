import type { Mailbox } from '../mailbox/mailbox.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { assertPasswordConforms } from './password-policy.ts';
import type { Passwords } from './passwords.ts';
import { generateTemporaryPassword } from './temporary-password.ts';

/** An invitation with a given or generated password, sent by email or by the administrator. */
export type Invitation = { temporaryPassword: string | undefined; isMailed: boolean };

/** Sets a temporary password and sends it. Throws InvalidPasswordException if it violates the policy. */
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
