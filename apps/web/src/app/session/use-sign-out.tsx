import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { useUploadCounts } from '#features/uploads/queue/upload-context.ts';
import { useSession } from '#lib/session-context.tsx';

type SignOut = {
  readonly signOut: () => void;
  readonly isSigningOut: boolean;
  /** A dialog to render; it asks for confirmation if uploads would stop. */
  readonly question: ReactNode;
};

export const useSignOut = (): SignOut => {
  const session = useSession();
  const { running } = useUploadCounts();
  const [step, setStep] = useState<'none' | 'asking' | 'signing-out'>('none');

  const signOutNow = () => {
    setStep('signing-out');
    void session.signOut();
  };

  return {
    signOut: () => (running > 0 ? setStep('asking') : signOutNow()),
    isSigningOut: step === 'signing-out',
    question: step === 'asking' && (
      <ConfirmDialog
        title="Sign out now?"
        confirmLabel="Sign out"
        dismissLabel={running > 0 ? 'Keep uploading' : 'Stay signed in'}
        onConfirm={signOutNow}
        onClose={() => setStep('none')}
      >
        {running > 0
          ? 'Uploads are in progress. They will stop when you sign out.'
          : 'Your uploads have ended.'}
      </ConfirmDialog>
    ),
  };
};
