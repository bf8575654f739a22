import { Button } from '@aws-amplify/ui-react';
import { confirmResetPassword } from 'aws-amplify/auth';
import { z } from 'zod';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { newPasswordSchema } from '../fields/password-schema.ts';

const resetSchema = z.object({ code: confirmationCodeSchema, password: newPasswordSchema });

type SetPasswordFormProps = { email: string; onPasswordSet: (password: string) => Promise<void> };

export const SetPasswordForm = ({ email, onPasswordSet }: SetPasswordFormProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: resetSchema,
    submit: async ({ code, password }) => {
      await confirmResetPassword({ username: email, confirmationCode: code, newPassword: password });
      await onPasswordSet(password);
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <ConfirmationCodeField {...fieldProps('code')} />
      <HiddenUsernameField email={email} />
      <NewPasswordField {...fieldProps('password')} label="New password" />
      <FormMessage tone="error">{message}</FormMessage>
      <Button
        type="submit"
        variation="primary"
        isFullWidth
        isLoading={isPending}
        loadingText="Setting password"
      >
        Set new password
      </Button>
    </form>
  );
};
