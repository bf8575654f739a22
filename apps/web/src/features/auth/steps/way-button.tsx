import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import type { SignInWay } from '../sign-in/sign-in-ways.ts';

const labels: Record<SignInWay, string> = {
  passkey: 'Use a passkey',
  password: 'Enter the password',
  'email-code': 'Email me a code',
};

type WayButtonProps = { way: SignInWay; isFirst: boolean; error?: Error | undefined };

/** Starts a way to sign in; `error` is the reason why its last attempt failed. */
export const WayButton = ({ way, isFirst, error: earlier }: WayButtonProps) => {
  const { chooseWay } = useSignInContext();
  const { mutate, isPending, isIdle, error } = useMutation({ mutationFn: () => chooseWay(way) });
  const failure = isIdle ? earlier : error;
  return (
    <>
      <FormMessage tone="error">{failure && explainAuthError(failure).message}</FormMessage>
      <Button
        {...(isFirst && { variation: 'primary', autoFocus: true })}
        isFullWidth
        isLoading={isPending}
        loadingText={labels[way]}
        onClick={() => mutate()}
      >
        {labels[way]}
      </Button>
    </>
  );
};
