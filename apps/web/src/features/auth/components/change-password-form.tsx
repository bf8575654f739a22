import { Button } from '@aws-amplify/ui-react';
import { updatePassword } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { FormMessage } from '#components/form-message.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { useProvenUserPool } from '#lib/use-user-pool.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { currentPasswordSchema, newPasswordSchema } from '../fields/password-schema.ts';

const changeSchema = z.object({ currentPassword: currentPasswordSchema, password: newPasswordSchema });

const explain = (error: Error): FormProblem =>
  error.name === 'NotAuthorizedException'
    ? { fields: { currentPassword: 'This is not your current password.' } }
    : explainAuthError(error);

type ChangePasswordFormProps = { email: string; onChanged: (newPassword: string) => Promise<void> };

export const ChangePasswordForm = ({ email, onChanged }: ChangePasswordFormProps) => {
  const callUserPool = useProvenUserPool();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: changeSchema,
    submit: async ({ currentPassword, password }) => {
      await callUserPool(() => updatePassword({ oldPassword: currentPassword, newPassword: password }));
      await onChanged(password);
    },
    explain,
  });

  return (
    <form className="form" {...formProps}>
      <HiddenUsernameField email={email} />
      <PasswordField
        {...fieldProps('currentPassword')}
        label="Current password"
        autoComplete="current-password"
      />
      <NewPasswordField {...fieldProps('password')} label="New password" email={email} />
      <FormMessage tone="error">{message}</FormMessage>
      <div>
        <Button type="submit" isLoading={isPending} loadingText="Changing password">
          Change password
        </Button>
      </div>
    </form>
  );
};
