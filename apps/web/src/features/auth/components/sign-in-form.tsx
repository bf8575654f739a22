import { Button } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { z } from 'zod';
import { FormMessage } from '#components/form-message.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { type PasswordSignInResult, signInWithPassword } from '../cognito/sign-in-with-password.ts';
import { EmailField } from '../fields/email-field.tsx';
import { currentPasswordSchema } from '../fields/password-schema.ts';

const credentialsSchema = z.object({ email: emailSchema, password: currentPasswordSchema });

export type Credentials = z.infer<typeof credentialsSchema>;

type SignInFormProps = {
  initialEmail: string | undefined;
  onResult: (result: PasswordSignInResult, credentials: Credentials) => Promise<unknown>;
};

export const SignInForm = ({ initialEmail, onResult }: SignInFormProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: credentialsSchema,
    submit: async (credentials) => {
      await onResult(await signInWithPassword(credentials.email, credentials.password), credentials);
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <EmailField
        {...fieldProps('email')}
        defaultValue={initialEmail}
        autoFocus={initialEmail === undefined}
      />
      <PasswordField
        {...fieldProps('password')}
        label="Password"
        autoComplete="current-password"
        autoFocus={initialEmail !== undefined}
      />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Signing in">
        Sign in
      </Button>
    </form>
  );
};
