import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';

/** What the user can do instead of the present step. */
export const StepLinks = ({ children }: { children?: ReactNode }) => {
  const { email, isEmailFixed, restart, showWays } = useSignInContext();
  const { mutate, isPending, error } = useMutation({ mutationFn: showWays });
  return (
    <>
      <nav className="auth-form__links" aria-label="Other options">
        {children}
        {email !== '' && (
          <Button variation="link" isLoading={isPending} loadingText="Loading" onClick={() => mutate()}>
            Other ways to sign in
          </Button>
        )}
        {!isEmailFixed && (
          <Button variation="link" onClick={restart}>
            {email === '' ? 'Back to sign in' : 'Use another email'}
          </Button>
        )}
      </nav>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};
