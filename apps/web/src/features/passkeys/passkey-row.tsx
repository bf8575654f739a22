import { Button } from '@aws-amplify/ui-react';
import KeyRound from 'lucide-react/icons/key-round';
import { useId, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { formatDateTime } from '#lib/format-date.ts';
import { explainPasskeyError } from './explain-passkey-error.ts';
import { type Passkey, useRemovePasskey } from './passkeys.ts';

type PasskeyRowProps = {
  passkey: Passkey;
  /** Whether the user has no other way to sign in. */
  isLastWayIn: boolean;
};

const RemovalWarning = ({ isLastWayIn }: { isLastWayIn: boolean }) => (
  <>
    {isLastWayIn && (
      <p>
        <strong>This passkey is your only way to sign in.</strong> Add another one first, or you will not be
        able to sign in again.
      </p>
    )}
    <p>You can no longer sign in with it. Delete it from your device or password manager as well.</p>
  </>
);

export const PasskeyRow = ({ passkey, isLastWayIn }: PasskeyRowProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: remove, isPending, error } = useRemovePasskey();
  const textId = useId();
  const { friendlyCredentialName: name = 'Passkey', createdAt } = passkey;

  return (
    <li>
      <DetailRow
        icon={<KeyRound size={20} aria-hidden="true" />}
        textId={textId}
        title={name}
        details={createdAt ? `Added ${formatDateTime(createdAt.toISOString())}` : ''}
      >
        <Button variation="link" aria-describedby={textId} onClick={() => setIsAsking(true)}>
          Remove
        </Button>
      </DetailRow>
      {isAsking && (
        <ConfirmDialog
          title="Remove this passkey?"
          confirmLabel="Remove passkey"
          isPending={isPending}
          loadingText="Removing"
          onConfirm={() => remove(passkey)}
          onClose={() => setIsAsking(false)}
        >
          <RemovalWarning isLastWayIn={isLastWayIn} />
          <FormMessage tone="error">{error && explainPasskeyError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </li>
  );
};
