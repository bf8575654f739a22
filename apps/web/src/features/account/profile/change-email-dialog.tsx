import { useState } from 'react';
import { Dialog } from '#components/dialog.tsx';
import type { User } from '#lib/session.ts';
import { ConfirmEmailForm } from './confirm-email-form.tsx';
import { NewEmailForm } from './new-email-form.tsx';

type ChangeEmailDialogProps = { user: User; pending: string | null; onClose: () => void };

/** Asks for the new address, then for the code that was sent there; a mistyped address can be corrected. */
export const ChangeEmailDialog = ({ user, pending, onClose }: ChangeEmailDialogProps) => {
  const [isCorrecting, setIsCorrecting] = useState(false);
  return (
    <Dialog title="Change your email" focusField onClose={onClose}>
      {pending === null || isCorrecting ? (
        <NewEmailForm
          user={user}
          initialEmail={pending ?? ''}
          onSent={() => setIsCorrecting(false)}
          onClose={onClose}
        />
      ) : (
        <ConfirmEmailForm
          user={user}
          newEmail={pending}
          onCorrect={() => setIsCorrecting(true)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
};
