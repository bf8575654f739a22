import { Button } from '@aws-amplify/ui-react';
import { Dialog } from '#components/dialog.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import type { useCreateRecoveryCodes } from './recovery-codes.ts';

type NewRecoveryCodesDialogProps = {
  email: string;
  creation: ReturnType<typeof useCreateRecoveryCodes>;
  onClose: () => void;
};

/** Shows a new set once; only the button for having saved it closes the dialog. */
export const NewRecoveryCodesDialog = ({ email, creation, onClose }: NewRecoveryCodesDialogProps) => {
  const { data, error, mutate } = creation;
  if (error) {
    return (
      <Dialog title="Your recovery codes" onClose={onClose}>
        <ErrorState title="No codes were created" error={error} onRetry={() => mutate()} />
      </Dialog>
    );
  }
  return (
    <Dialog title="Save your recovery codes">
      <div className="dialog__text" aria-busy={data === undefined}>
        <p>
          Signing in now asks for a code of your authenticator app. If you lose it, one of these codes and
          your password let you in. Each works once. You cannot see them again.
        </p>
        {data ? (
          <RecoveryCodeList email={email} codes={data.codes} />
        ) : (
          <Skeleton className="recovery-codes__skeleton" />
        )}
      </div>
      <div className="dialog__actions">
        <Button variation="primary" isDisabled={data === undefined} onClick={onClose}>
          I have saved them
        </Button>
      </div>
    </Dialog>
  );
};
