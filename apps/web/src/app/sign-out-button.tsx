import LogOut from 'lucide-react/icons/log-out';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { IconButton } from '#components/icon-button.tsx';
import { useUploadQueue } from '#features/uploads/upload-context.ts';
import { isRunning } from '#features/uploads/upload-state.ts';
import { useSession } from '#lib/session-context.tsx';

/** Asks first when uploads would stop by it. */
export const SignOutButton = () => {
  const session = useSession();
  const { entries } = useUploadQueue();
  const [step, setStep] = useState<'none' | 'asking' | 'signing-out'>('none');

  const signOut = () => {
    setStep('signing-out');
    void session.signOut();
  };

  return (
    <>
      <IconButton
        label="Sign out"
        icon={LogOut}
        disabled={step === 'signing-out'}
        onClick={() => (entries.get().some(isRunning) ? setStep('asking') : signOut())}
      />
      {step === 'asking' && (
        <ConfirmDialog
          title="Sign out now?"
          confirmLabel="Sign out"
          dismissLabel="Stay signed in"
          onConfirm={signOut}
          onClose={() => setStep('none')}
        >
          Uploads are still running. They stop when you sign out.
        </ConfirmDialog>
      )}
    </>
  );
};
