import { Button } from '@aws-amplify/ui-react';
import { ErrorState } from '#components/error-state.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useToast } from '#components/toast-context.ts';
import { explainPasskeyError } from './explain-passkey-error.ts';
import { PasskeyRow } from './passkey-row.tsx';
import './passkey-settings.css';
import { type Passkey, useAddPasskey, useFirstFactors, usePasskeys } from './passkeys.ts';

const PasskeyList = ({ passkeys }: { passkeys: readonly Passkey[] }) => {
  const { data: factors } = useFirstFactors();
  const hasOtherWay = factors === undefined || factors.some((factor) => factor !== 'WEB_AUTHN');
  if (passkeys.length === 0) return <p className="passkeys__none">You have no passkeys yet.</p>;
  return (
    <ul aria-label="Passkeys">
      {passkeys.map((passkey) => (
        <PasskeyRow
          key={passkey.credentialId}
          passkey={passkey}
          isLastWayIn={passkeys.length === 1 && !hasOtherWay}
        />
      ))}
    </ul>
  );
};

const AddPasskey = () => {
  const showToast = useToast();
  const { mutate: add, isPending, error } = useAddPasskey();
  return (
    <>
      <FormMessage tone="error">{error && explainPasskeyError(error)}</FormMessage>
      <div>
        <Button
          isLoading={isPending}
          loadingText="Waiting for your device"
          onClick={() =>
            add(undefined, { onSuccess: () => showToast({ message: 'Your passkey was added.' }) })
          }
        >
          Add a passkey
        </Button>
      </div>
    </>
  );
};

/** The user's passkeys: adds one with the browser, and removes them. */
export const PasskeySettings = () => {
  const { data, error, refetch } = usePasskeys();
  if (error && !data) {
    return (
      <ErrorState title="Your passkeys could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <div className="passkeys" aria-busy={data === undefined}>
      {data ? <PasskeyList passkeys={data.credentials} /> : <Skeleton className="passkeys__skeleton" />}
      <AddPasskey />
    </div>
  );
};
