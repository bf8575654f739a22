import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useProfileChanges } from './use-profile-changes.ts';
import { VerifyEmailForm } from './verify-email-form.tsx';

/** Sends a code to the current address and asks for it. */
export const VerifyEmailButton = ({ email }: { email: string }) => {
  const { requestVerification } = useProfileChanges();
  const { mutate, isPending, isSuccess, error, reset } = useMutation({ mutationFn: requestVerification });
  return (
    <>
      <Button
        variation="link"
        aria-label="Verify email"
        isLoading={isPending}
        loadingText="Sending"
        onClick={() => mutate()}
      >
        Verify
      </Button>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
      {isSuccess && (
        <Dialog title="Verify your email" focusField onClose={reset}>
          <VerifyEmailForm email={email} onClose={reset} />
        </Dialog>
      )}
    </>
  );
};
