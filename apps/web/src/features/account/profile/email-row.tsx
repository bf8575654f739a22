import { Button } from '@aws-amplify/ui-react';
import Mail from 'lucide-react/icons/mail';
import { useState, useSyncExternalStore } from 'react';
import { DetailRow } from '#components/detail-row.tsx';
import type { User } from '#lib/session.ts';
import { ChangeEmailDialog } from './change-email-dialog.tsx';
import { pendingEmail } from './pending-email.ts';
import { VerifyEmailButton } from './verify-email-button.tsx';

const describe = ({ isEmailVerified }: User, pending: string | null): string => {
  if (pending !== null) return `Email, until you confirm ${pending}`;
  return isEmailVerified ? 'Email' : 'Email, not verified';
};

/** The address, and the change of it that waits for a code. */
export const EmailRow = ({ user }: { user: User }) => {
  const [isOpen, setIsOpen] = useState(false);
  const pending = useSyncExternalStore(pendingEmail.subscribe, () => pendingEmail.find(user.id));

  return (
    <li>
      <DetailRow
        icon={<Mail size={20} aria-hidden="true" />}
        title={user.email}
        details={describe(user, pending)}
      >
        {user.provider === undefined && !user.isEmailVerified && pending === null && (
          <VerifyEmailButton email={user.email} />
        )}
        {user.provider === undefined && (
          <Button
            variation="link"
            aria-label={pending === null ? 'Change email' : 'Confirm the new email'}
            onClick={() => setIsOpen(true)}
          >
            {pending === null ? 'Change' : 'Confirm'}
          </Button>
        )}
      </DetailRow>
      {isOpen && <ChangeEmailDialog user={user} pending={pending} onClose={() => setIsOpen(false)} />}
    </li>
  );
};
