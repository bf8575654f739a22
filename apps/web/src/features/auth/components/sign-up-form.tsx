import { Button, TextField } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { signUp } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { nameSchema } from '#lib/name-schema.ts';
import { useForm } from '#lib/use-form.ts';
import { withTimeLimit } from '#lib/with-time-limit.ts';
import { EmailField } from '../fields/email-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { newPasswordSchema } from '../fields/password-schema.ts';

const newAccountSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});

export type NewAccount = z.infer<typeof newAccountSchema>;

type SignUpFormProps = { initialEmail: string | undefined; onSignedUp: (account: NewAccount) => void };

export const SignUpForm = ({ initialEmail, onSignedUp }: SignUpFormProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: newAccountSchema,
    submit: async (account) => {
      const { name, email, password } = account;
      const options = { userAttributes: { email, name } };
      await withTimeLimit(signUp({ username: email, password, options }));
      onSignedUp(account);
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <TextField {...fieldProps('name')} label="Name" autoComplete="name" autoFocus />
      <EmailField {...fieldProps('email')} defaultValue={initialEmail} />
      <NewPasswordField {...fieldProps('password')} label="Password" />
      <FormMessage tone="error">{message}</FormMessage>
      <Button
        type="submit"
        variation="primary"
        isFullWidth
        isLoading={isPending}
        loadingText="Creating account"
      >
        Create account
      </Button>
    </form>
  );
};
