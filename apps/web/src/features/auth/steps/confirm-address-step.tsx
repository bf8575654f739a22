import { EmailAddress } from '#components/breakable.tsx';
import { ConfirmForm } from '../components/confirm-form.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

export const ConfirmAddressStep = () => {
  const { Header, email, confirmed } = useSignInContext();
  return (
    <>
      <Header title="Confirm your email address">
        Enter the six-digit code that we sent to <EmailAddress address={email} /> when you signed up, or send
        a new one.
      </Header>
      <ConfirmForm email={email} onConfirmed={confirmed} />
      <StepLinks />
    </>
  );
};
