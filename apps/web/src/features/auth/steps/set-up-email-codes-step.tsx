import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { EmailAddress } from '#components/breakable.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

/** Codes by email as the second factor, set up because the pool demands one. */
export const SetUpEmailCodesStep = () => {
  const { Header, email, answer } = useSignInContext();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => answer(email) });
  return (
    <>
      <Header title="Get a code at each sign-in">
        We email a code to <EmailAddress address={email} /> each time you sign in. The first one tests it.
      </Header>
      <div className="form">
        <Button
          variation="primary"
          isFullWidth
          autoFocus
          isLoading={isPending}
          loadingText="Sending"
          onClick={() => mutate()}
        >
          Send the first code
        </Button>
        <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
      </div>
      <StepLinks />
    </>
  );
};
