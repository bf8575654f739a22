import { Button } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { useToast } from '#components/toast-context.ts';
import { explainError } from '#lib/explained-error.ts';
import { useEndOtherSessions } from './sessions.ts';

export const SignOutOthers = () => {
  const showToast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useEndOtherSessions();
  const endOthers = () =>
    mutate(undefined, { onSuccess: () => showToast({ message: 'All other devices are signed out.' }) });

  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Sign out all other devices</Button>
      {isAsking && (
        <ConfirmDialog
          title="Sign out all other devices?"
          confirmLabel="Sign out the others"
          isPending={isPending}
          loadingText="Signing out"
          onConfirm={endOthers}
          onClose={() => setIsAsking(false)}
        >
          <p>They lose access immediately, and their uploads stop. You stay signed in here.</p>
          <FormMessage tone="error">{error && explainError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </>
  );
};
