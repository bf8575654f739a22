import { Button } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { EmailField } from '../fields/email-field.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';

const identitySchema = z.object({ email: emailSchema });

export const EmailStep = () => {
  const { Header, firstChoice, email, identify } = useSignInContext();
  const { formProps, fieldProps, isPending } = useForm({
    schema: identitySchema,
    submit: (identity) => identify(identity.email),
    explain: (error) => explainAuthError(error, 'email'),
  });

  return (
    <>
      <Header title="Welcome back">Sign in to see your files.</Header>
      {firstChoice}
      <form className="form" {...formProps}>
        <EmailField {...fieldProps('email')} defaultValue={email} autoFocus />
        <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Continuing">
          Continue
        </Button>
      </form>
    </>
  );
};
