import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { resendSignUpCode } from 'aws-amplify/auth';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { isAlreadyConfirmed } from '../cognito/is-already-confirmed.ts';

const resendCode = async (email: string): Promise<'sent' | 'not-needed'> => {
  try {
    await resendSignUpCode({ username: email });
    return 'sent';
  } catch (error) {
    if (isAlreadyConfirmed(error)) return 'not-needed';
    throw error;
  }
};

type ResendCodeButtonProps = { email: string; onConfirmed: () => Promise<unknown> };

export const ResendCodeButton = ({ email, onConfirmed }: ResendCodeButtonProps) => {
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => resendCode(email),
    onSuccess: (outcome) => (outcome === 'not-needed' ? onConfirmed() : undefined),
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
      <FormMessage tone="success">
        {data === 'sent' && 'We sent you a new code. Earlier codes no longer work.'}
      </FormMessage>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};
