import { lazy, type ReactNode, Suspense } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { EmailStep } from '../steps/email-step.tsx';
import { PasswordStep } from '../steps/password-step.tsx';
import { SignInContext, type StepHeader } from './sign-in-context.ts';
import type { SignInStep } from './sign-in-step.ts';
import { type SignInOptions, useSignIn } from './use-sign-in.ts';

const FurtherStep = lazy(async () => ({ default: (await import('../steps/further-step.tsx')).FurtherStep }));

const Step = ({ step }: { step: SignInStep }) => {
  if (step.name === 'email') return <EmailStep />;
  if (step.name === 'way' && step.way === 'password') return <PasswordStep />;
  return <FurtherStep step={step} />;
};

type SignInStepsProps = SignInOptions & {
  Header: StepHeader;
  /** Above the form that asks for the address. */
  firstChoice?: ReactNode;
  /** Below the form that asks for the address. */
  children?: ReactNode;
};

/** Signs a user in, one step at a time, on a page or in a dialog. */
export const SignInSteps = ({ Header, firstChoice, children, ...options }: SignInStepsProps) => {
  const signIn = useSignIn(options);
  return (
    <SignInContext value={{ ...signIn, Header, firstChoice }}>
      <FormMessage tone="success">{signIn.notice}</FormMessage>
      <Suspense>
        <Step step={signIn.step} />
      </Suspense>
      {signIn.step.name === 'email' && children}
    </SignInContext>
  );
};
