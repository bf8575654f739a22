import { Button } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { z } from 'zod';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { requestPasswordReset } from '../cognito/request-password-reset.ts';
import { EmailField } from '../fields/email-field.tsx';

const requestSchema = z.object({ email: emailSchema });

type RequestResetFormProps = { initialEmail: string | undefined; onSent: (email: string) => void };

export const RequestResetForm = ({ initialEmail, onSent }: RequestResetFormProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: requestSchema,
    submit: async ({ email }) => {
      await requestPasswordReset(email);
      onSent(email);
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <EmailField {...fieldProps('email')} defaultValue={initialEmail} autoFocus />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Sending">
        Send code
      </Button>
    </form>
  );
};
