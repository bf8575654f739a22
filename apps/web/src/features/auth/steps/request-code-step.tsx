import { EmailAddress } from '#components/breakable.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';
import { WayButton } from './way-button.tsx';

export const RequestCodeStep = () => {
  const { Header, email } = useSignInContext();
  return (
    <>
      <Header title="Sign in with a code">
        We email the code to <EmailAddress address={email} />.
      </Header>
      <div className="form">
        <WayButton way="email-code" isFirst />
      </div>
      <StepLinks />
    </>
  );
};
