import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { resendSignUpCode } from 'aws-amplify/auth';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from './explain-auth-error.ts';

export const ResendCodeButton = ({ email }: { email: string }) => {
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => resendSignUpCode({ username: email }),
    networkMode: 'always',
  });

  return (
    <>
      <Button
        variation="link"
        isFullWidth
        isLoading={isPending}
        loadingText="Sending"
        onClick={() => mutate()}
      >
        Send a new code
      </Button>
      {isSuccess && (
        <FormMessage tone="success">A new code is sent. Earlier codes no longer work.</FormMessage>
      )}
      {error && <FormMessage tone="error">{explainAuthError(error).message}</FormMessage>}
    </>
  );
};
