import { Button } from '@aws-amplify/ui-react';
import Smartphone from 'lucide-react/icons/smartphone';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { useToast } from '#components/toast-context.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { AuthenticatorDialog } from './authenticator-dialog.tsx';
import { useRemoveAuthenticator, useStartAuthenticatorSetup } from './second-factors.ts';

type SetUpButtonProps = { email: string; onSetUp: () => void };

const SetUpButton = ({ email, onSetUp }: SetUpButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const setup = useStartAuthenticatorSetup();

  const open = () => {
    setIsOpen(true);
    setup.mutate();
  };
  const close = () => {
    setIsOpen(false);
    setup.reset();
  };

  return (
    <>
      <Button variation="link" aria-label="Set up an authenticator app" onClick={open}>
        Set up
      </Button>
      {isOpen && <AuthenticatorDialog email={email} setup={setup} onSetUp={onSetUp} onClose={close} />}
    </>
  );
};

const RemoveButton = ({ onRemoved }: { onRemoved: () => Promise<void> }) => {
  const showToast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useRemoveAuthenticator(onRemoved);
  const remove = () =>
    mutate(undefined, { onSuccess: () => showToast({ message: 'Your authenticator app was removed.' }) });
  return (
    <>
      <Button variation="link" aria-label="Remove the authenticator app" onClick={() => setIsAsking(true)}>
        Remove
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Remove the authenticator app?"
          confirmLabel="Remove"
          isPending={isPending}
          loadingText="Removing"
          onConfirm={remove}
          onClose={() => setIsAsking(false)}
        >
          <p>
            Anyone who learns your password can then sign in with it alone, unless you have another second
            factor. Your recovery codes are deleted. You can set up an app again at any time.
          </p>
          <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
        </ConfirmDialog>
      )}
    </>
  );
};

type AuthenticatorRowProps = SetUpButtonProps & { isOn: boolean; onRemoved: () => Promise<void> };

/** Whether codes of an authenticator app are asked for, and the button that changes it. */
export const AuthenticatorRow = ({ email, isOn, onSetUp, onRemoved }: AuthenticatorRowProps) => (
  <li>
    <DetailRow
      icon={<Smartphone size={20} aria-hidden="true" />}
      title="Authenticator app"
      details={isOn ? 'On' : 'Not set up'}
    >
      {isOn ? <RemoveButton onRemoved={onRemoved} /> : <SetUpButton email={email} onSetUp={onSetUp} />}
    </DetailRow>
  </li>
);
