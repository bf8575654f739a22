import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import type { SecondFactor } from '../sign-in/sign-in-step.ts';
import { StepLinks } from './step-links.tsx';

const labels: Record<SecondFactor, string> = { TOTP: 'Use an authenticator app', EMAIL: 'Email me a code' };

type ChooseFactorStepProps = { factors: readonly SecondFactor[]; isSetUp: boolean };

/** The choice between second factors, of those that the account has or of those that it can set up. */
export const ChooseFactorStep = ({ factors, isSetUp }: ChooseFactorStepProps) => {
  const { Header, answer } = useSignInContext();
  const { mutate, isPending, error } = useMutation({ mutationFn: (factor: SecondFactor) => answer(factor) });
  return (
    <>
      {isSetUp ? (
        <Header title="Choose your second step">One more proof that it is you.</Header>
      ) : (
        <Header title="Set up a second step">
          This service asks for a second proof at each sign-in. Choose one; you can change it later.
        </Header>
      )}
      <div className="form">
        {factors.map((factor, index) => (
          <Button
            key={factor}
            isFullWidth
            autoFocus={index === 0}
            isDisabled={isPending}
            onClick={() => mutate(factor)}
          >
            {labels[factor]}
          </Button>
        ))}
        <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
      </div>
      <StepLinks />
    </>
  );
};
