import { Button } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { currentPasswordSchema } from '../fields/password-schema.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

const passwordSchema = z.object({ password: currentPasswordSchema });

export const PasswordStep = () => {
  const { Header, email, enterPassword, show } = useSignInContext();
  const { formProps, fieldProps, isPending } = useForm({
    schema: passwordSchema,
    submit: ({ password }) => enterPassword(password),
    explain: (error) => explainAuthError(error, 'password'),
  });

  return (
    <>
      <Header title="Enter your password">
        Sign in as <EmailAddress address={email} />.
      </Header>
      <form className="form" {...formProps}>
        <HiddenUsernameField email={email} />
        <PasswordField
          {...fieldProps('password')}
          label="Password"
          autoComplete="current-password"
          autoFocus
        />
        <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Signing in">
          Sign in
        </Button>
      </form>
      <StepLinks>
        <Button variation="link" onClick={() => show({ name: 'request-reset' })}>
          Forgot your password?
        </Button>
      </StepLinks>
    </>
  );
};
