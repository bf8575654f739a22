import { Button } from '@aws-amplify/ui-react';
import { EmailAddress } from '#components/breakable.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { WayButton } from './way-button.tsx';

/** Every way that Cognito offers this account. */
export const ChooseWayStep = () => {
  const { Header, email, ways, isEmailFixed, restart, show } = useSignInContext();
  return (
    <>
      <Header title="Choose how to sign in">
        Sign in as <EmailAddress address={email} />.
      </Header>
      <div className="form">
        {ways.map((way, index) => (
          <WayButton key={way} way={way} isFirst={index === 0} />
        ))}
      </div>
      <nav className="auth-form__links" aria-label="Other options">
        <Button variation="link" onClick={() => show({ name: 'request-reset' })}>
          Forgot your password?
        </Button>
        {!isEmailFixed && (
          <Button variation="link" onClick={restart}>
            Use another email
          </Button>
        )}
      </nav>
    </>
  );
};
