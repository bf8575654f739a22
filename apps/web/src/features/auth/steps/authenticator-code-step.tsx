import { Button } from '@aws-amplify/ui-react';
import { EmailAddress } from '#components/breakable.tsx';
import { explainAuthenticatorError } from '../cognito/explain-authenticator-error.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { CodeForm } from './code-form.tsx';
import { StepLinks } from './step-links.tsx';

export const AuthenticatorCodeStep = () => {
  const { Header, email, password, show } = useSignInContext();
  return (
    <>
      <Header title="Enter the code of your authenticator app">
        The app shows a new code every 30 seconds, under <EmailAddress address={email} />.
      </Header>
      <CodeForm label="Authenticator code" explain={explainAuthenticatorError} />
      <StepLinks>
        {password !== null && (
          <Button variation="link" onClick={() => show({ name: 'recovery-code', password })}>
            Lost your authenticator? Use a recovery code
          </Button>
        )}
      </StepLinks>
    </>
  );
};
