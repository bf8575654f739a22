import { Button } from '@aws-amplify/ui-react';
import { updatePassword } from 'aws-amplify/auth';
import { z } from 'zod';
import { FormMessage } from '#components/form-message.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useSession } from '#lib/session-context.tsx';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { withAccessToken } from '#lib/with-access-token.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { currentPasswordSchema, newPasswordSchema } from '../fields/password-schema.ts';

const changeSchema = z.object({ currentPassword: currentPasswordSchema, password: newPasswordSchema });

// Cognito uses one error name for a rejected token and for a wrong password. A wrong password must not be retried,
// because Cognito counts failed attempts.
const isTokenRejection = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'NotAuthorizedException' &&
  !error.message.startsWith('Incorrect username or password');

const explain = (error: Error): FormProblem =>
  error.name === 'NotAuthorizedException'
    ? { fields: { currentPassword: 'This is not your current password.' } }
    : explainAuthError(error);

type ChangePasswordFormProps = { email: string; onChanged: (newPassword: string) => Promise<void> };

export const ChangePasswordForm = ({ email, onChanged }: ChangePasswordFormProps) => {
  const session = useSession();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: changeSchema,
    submit: async ({ currentPassword, password }) => {
      await withAccessToken({
        session,
        // Amplify reads the token that the session has just renewed.
        send: () => updatePassword({ oldPassword: currentPassword, newPassword: password }),
        isRejection: isTokenRejection,
      });
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
      <NewPasswordField {...fieldProps('password')} label="New password" />
      <FormMessage tone="error">{message}</FormMessage>
      <div>
        <Button type="submit" isLoading={isPending} loadingText="Changing password">
          Change password
        </Button>
      </div>
    </form>
  );
};
