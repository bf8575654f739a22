import { Button } from '@aws-amplify/ui-react';
import { type RecoveryCodeStatus, recoveryCodesPerSet } from '@share-my-files/contract';
import LifeBuoy from 'lucide-react/icons/life-buoy';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { formatDate } from '#lib/format-date.ts';
import { useNow } from '#lib/use-now.ts';
import { useRecoveryCodes } from './recovery-codes.ts';

const describe = (status: RecoveryCodeStatus | undefined, now: number): string => {
  if (status === undefined) return 'Loading';
  const { left, createdAt } = status;
  if (createdAt === null) return 'None yet: without them, a lost phone locks you out';
  return `${left} of ${recoveryCodesPerSet} left, created ${formatDate(createdAt, now)}`;
};

/** How many codes are left, and the button that replaces them. */
export const RecoveryCodesRow = ({ onCreate }: { onCreate: () => void }) => {
  const { data, error, refetch } = useRecoveryCodes();
  const [isAsking, setIsAsking] = useState(false);
  const now = useNow();
  const hasCodes = data !== undefined && data.createdAt !== null;
  const replace = () => {
    setIsAsking(false);
    onCreate();
  };

  if (error && !data) {
    return (
      <ErrorState
        title="Your recovery codes could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <DetailRow
        icon={<LifeBuoy size={20} aria-hidden="true" />}
        title="Recovery codes"
        details={describe(data, now)}
      >
        <Button
          variation="link"
          aria-label={hasCodes ? 'Create new recovery codes' : 'Create recovery codes'}
          isDisabled={data === undefined}
          onClick={hasCodes ? () => setIsAsking(true) : onCreate}
        >
          {hasCodes ? 'Create new codes' : 'Create codes'}
        </Button>
      </DetailRow>
      {isAsking && (
        <ConfirmDialog
          title="Create new recovery codes?"
          confirmLabel="Create new codes"
          onConfirm={replace}
          onClose={() => setIsAsking(false)}
        >
          <p>The codes that you have now stop working.</p>
        </ConfirmDialog>
      )}
    </>
  );
};
