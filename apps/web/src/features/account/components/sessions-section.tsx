import { Button } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { useSignOutEverywhere } from '../api/sign-out-everywhere.ts';
import { AccountSection } from './account-section.tsx';

export const SessionsSection = () => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useSignOutEverywhere();

  return (
    <AccountSection
      title="Sessions"
      text="Lost a device, or left one signed in? Sign out everywhere at once."
    >
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
    </AccountSection>
  );
};
