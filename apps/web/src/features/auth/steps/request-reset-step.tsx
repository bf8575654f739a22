import { Button } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { requestPasswordReset } from '../cognito/request-password-reset.ts';
import { EmailField } from '../fields/email-field.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

const requestSchema = z.object({ email: emailSchema });

export const RequestResetStep = () => {
  const { Header, email: knownEmail, isEmailFixed, show } = useSignInContext();
  const { formProps, fieldProps, isPending } = useForm({
    schema: requestSchema,
    submit: async ({ email }) => {
      await requestPasswordReset(email);
      await show({ name: 'reset-password', isDemanded: false }, email);
    },
    explain: (error) => explainAuthError(error, 'email'),
  });

  return (
    <>
      <Header title="Reset your password">We will email you a code to set a new one.</Header>
      <form className="form" {...formProps}>
        <EmailField {...fieldProps('email')} defaultValue={knownEmail} isReadOnly={isEmailFixed} autoFocus />
        <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Sending">
          Send code
        </Button>
      </form>
      <StepLinks />
    </>
  );
};
