import { AuthenticatorKey } from '#components/authenticator-key.tsx';
import { explainAuthenticatorError } from '../cognito/explain-authenticator-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import type { AuthenticatorSetup } from '../sign-in/sign-in-step.ts';
import { CodeForm } from './code-form.tsx';
import { StepLinks } from './step-links.tsx';

/** An authenticator app as the second factor, set up because the pool demands one. */
export const SetUpAuthenticatorStep = ({ setup }: { setup: AuthenticatorSetup }) => {
  const { Header, email } = useSignInContext();
  return (
    <>
      <Header title="Set up an authenticator app">
        This service asks for a second proof at each sign-in: a code of an app on your phone.
      </Header>
      <div className="form">
        <AuthenticatorKey setup={setup} email={email} />
        <CodeForm label="Authenticator code" explain={explainAuthenticatorError} />
      </div>
      <StepLinks />
    </>
  );
};
