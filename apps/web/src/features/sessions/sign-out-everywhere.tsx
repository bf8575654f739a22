import { Button } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { useSignOutEverywhere } from './sessions.ts';

export const SignOutEverywhere = () => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useSignOutEverywhere();

  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Sign out everywhere</Button>
      {isAsking && (
        <ConfirmDialog
          title="Sign out everywhere?"
          confirmLabel="Sign out everywhere"
          isPending={isPending}
          loadingText="Signing out"
          onConfirm={() => mutate()}
          onClose={() => setIsAsking(false)}
        >
          <p>You will be signed out on every device, including this one. Uploads in progress will stop.</p>
          <FormMessage tone="error">{error && explainError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </>
  );
};
