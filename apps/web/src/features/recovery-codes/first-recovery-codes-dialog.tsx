import { Button } from '@aws-amplify/ui-react';
import { Dialog } from '#components/dialog.tsx';
import { NewRecoveryCodesDialog } from './new-recovery-codes-dialog.tsx';
import { useCreateRecoveryCodes } from './recovery-codes.ts';

type FirstRecoveryCodesDialogProps = { email: string; onClose: () => void };

/** Offers recovery codes after a sign-in that has set up an authenticator app. */
export const FirstRecoveryCodesDialog = ({ email, onClose }: FirstRecoveryCodesDialogProps) => {
  const creation = useCreateRecoveryCodes();
  if (!creation.isIdle) return <NewRecoveryCodesDialog email={email} creation={creation} onClose={onClose} />;
  return (
    <Dialog title="Create recovery codes" onClose={onClose}>
      <p>
        Your authenticator app is set up. Without recovery codes, a lost phone locks you out. You can also
        create them later, on the account page.
      </p>
      <div className="dialog__actions">
        <Button onClick={onClose}>Not now</Button>
        <Button variation="primary" onClick={() => creation.mutate()}>
          Create codes
        </Button>
      </div>
    </Dialog>
  );
};
