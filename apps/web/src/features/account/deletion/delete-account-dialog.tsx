import { useState } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useDeletionPreview } from './delete-account.ts';
import { DeleteAccountForm } from './delete-account-form.tsx';
import { DeletionLosses } from './deletion-losses.tsx';

type DeleteAccountDialogProps = {
  email: string;
  runningUploads: number;
  onClose: () => void;
};

/** Shows what goes and what others lose, then asks for confirmation. */
export const DeleteAccountDialog = ({ onClose, ...props }: DeleteAccountDialogProps) => {
  const { data: preview, error, refetch } = useDeletionPreview();
  const [isPending, setIsPending] = useState(false);
  return (
    <Dialog title="Delete your account?" isPending={isPending} onClose={onClose}>
      {preview ? (
        <div className="dialog__text">
          <DeletionLosses preview={preview} />
          <DeleteAccountForm {...props} onPending={setIsPending} onClose={onClose} />
        </div>
      ) : error ? (
        <ErrorState title="Nothing was deleted" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="deletion-losses--loading" />
      )}
    </Dialog>
  );
};
