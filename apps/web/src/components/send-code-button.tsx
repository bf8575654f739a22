import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { FormMessage } from './form-message.tsx';

type SendCodeButtonProps = {
  /** Sends another code; resolves to `false` if none was needed. */
  send: () => Promise<unknown>;
  /** Clears the field of the earlier code. */
  onSent: () => void;
  message?: string;
};

/** Below a form that asks for a code. */
export const SendCodeButton = ({
  send,
  onSent,
  message = 'We sent you a new code. Earlier codes no longer work.',
}: SendCodeButtonProps) => {
  const {
    mutate,
    isPending,
    data = false,
    error,
  } = useMutation({ mutationFn: async () => (await send()) ?? true, onSuccess: onSent });
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
      <FormMessage tone="success">{data !== false && message}</FormMessage>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};
