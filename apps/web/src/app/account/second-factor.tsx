import { useState } from 'react';
import { NewRecoveryCodesDialog } from '#features/recovery-codes/new-recovery-codes-dialog.tsx';
import { useCreateRecoveryCodes, useDeleteRecoveryCodes } from '#features/recovery-codes/recovery-codes.ts';
import { RecoveryCodesRow } from '#features/recovery-codes/recovery-codes-row.tsx';
import { SecondFactorSettings } from '#features/second-factor/second-factor-settings.tsx';

/** The second factors, and the codes that replace a lost authenticator app. */
export const SecondFactor = ({ email }: { email: string }) => {
  const [isCreating, setIsCreating] = useState(false);
  const creation = useCreateRecoveryCodes();
  const { mutateAsync: deleteCodes } = useDeleteRecoveryCodes();

  const createCodes = () => {
    setIsCreating(true);
    creation.mutate();
  };
  const close = () => {
    setIsCreating(false);
    creation.reset();
  };

  return (
    <>
      <SecondFactorSettings email={email} onSetUp={createCodes} onRemoved={() => deleteCodes()}>
        <RecoveryCodesRow onCreate={createCodes} />
      </SecondFactorSettings>
      {isCreating && <NewRecoveryCodesDialog email={email} creation={creation} onClose={close} />}
    </>
  );
};
