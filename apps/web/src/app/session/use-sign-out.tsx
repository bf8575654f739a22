import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { useUploadQueue } from '#features/uploads/queue/upload-context.ts';
import { isRunning } from '#features/uploads/queue/upload-state.ts';
import { useSession } from '#lib/session-context.tsx';

type SignOut = {
  readonly signOut: () => void;
  readonly isSigningOut: boolean;
  /** A dialog to render; it asks for confirmation if uploads would stop. */
  readonly question: ReactNode;
};

export const useSignOut = (): SignOut => {
  const session = useSession();
  const { entries } = useUploadQueue();
  const [step, setStep] = useState<'none' | 'asking' | 'signing-out'>('none');

  const signOutNow = () => {
    setStep('signing-out');
    void session.signOut();
  };

  return {
    signOut: () => (entries.get().some(isRunning) ? setStep('asking') : signOutNow()),
    isSigningOut: step === 'signing-out',
    question: step === 'asking' && (
      <ConfirmDialog
        title="Sign out now?"
        confirmLabel="Sign out"
        dismissLabel="Keep uploading"
        onConfirm={signOutNow}
        onClose={() => setStep('none')}
      >
        Uploads are in progress. They will stop when you sign out.
      </ConfirmDialog>
    ),
  };
};
