import { Button } from '@aws-amplify/ui-react';
import { z } from 'zod';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { User } from '#lib/session.ts';
import { useForm } from '#lib/use-form.ts';
import { signInWithPassword } from '../cognito/sign-in-with-password.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { currentPasswordSchema } from '../fields/password-schema.ts';
import { ProviderButtons } from './provider-buttons.tsx';

const passwordSchema = z.object({ password: currentPasswordSchema });

type StepUpDialogProps = {
  user: User;
  /** Whether the new sign-in replaces the session at this moment. */
  isConfirming: boolean;
  onSignedIn: () => Promise<void>;
  onCancel: () => void;
};

const PasswordForm = ({ user, onSignedIn, onCancel }: StepUpDialogProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: passwordSchema,
    submit: async ({ password }) => {
      await signInWithPassword(user.email, password);
      await onSignedIn();
    },
    explain: explainAuthError,
  });
  return (
    <form className="form" {...formProps}>
      <HiddenUsernameField email={user.email} />
      <PasswordField {...fieldProps('password')} label="Password" autoComplete="current-password" />
      <FormMessage tone="error">{message}</FormMessage>
      <div className="dialog__actions">
        <Button isDisabled={isPending} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Confirming">
          Confirm
        </Button>
      </div>
    </form>
  );
};

/** Asks for a sign-in of the same user; the page behind it and its uploads continue. */
export const StepUpDialog = (props: StepUpDialogProps) => {
  const { user, isConfirming, onCancel } = props;
  return (
    <Dialog title="Confirm that it's you" focusField onClose={onCancel} isPending={isConfirming}>
      <div className="form">
        <p>
          You signed in more than ten minutes ago. Sign in as <strong>{user.email}</strong> again to continue.
        </p>
        {user.provider === undefined ? (
          <PasswordForm {...props} />
        ) : (
          <ProviderButtons
            only={user.provider}
            returnTo={window.location.pathname + window.location.search}
          />
        )}
      </div>
    </Dialog>
  );
};
