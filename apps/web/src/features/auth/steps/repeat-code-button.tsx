import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';

/** Starts the sign-in again, which sends another code. */
export const RepeatCodeButton = () => {
  const { repeat } = useSignInContext();
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: repeat });
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
      <FormMessage tone="success">
        {isSuccess && 'We sent you a new code. Earlier codes no longer work.'}
      </FormMessage>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};
