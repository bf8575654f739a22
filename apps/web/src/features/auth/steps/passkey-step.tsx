import { EmailAddress } from '#components/breakable.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';
import { WayButton } from './way-button.tsx';

/** Opens the browser's passkey dialog, again after it was closed or failed. */
export const PasskeyStep = ({ error }: { error: Error | undefined }) => {
  const { Header, email } = useSignInContext();
  return (
    <>
      <Header title="Sign in with your passkey">
        Your browser asks for the passkey of <EmailAddress address={email} />.
      </Header>
      <div className="form">
        <WayButton way="passkey" isFirst error={error} />
      </div>
      <StepLinks />
    </>
  );
};
