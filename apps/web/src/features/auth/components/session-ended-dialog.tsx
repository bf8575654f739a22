import { Button } from '@aws-amplify/ui-react';
import type { IdentityProvider } from '@share-my-files/contract';
import { z } from 'zod';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { PasswordField } from '#components/password-field.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { User } from '#lib/session.ts';
import { useForm } from '#lib/use-form.ts';
import { type PasswordSignInResult, signInWithPassword } from '../cognito/sign-in-with-password.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { currentPasswordSchema } from '../fields/password-schema.ts';
import { ProviderButtons } from './provider-buttons.tsx';

const passwordSchema = z.object({ password: currentPasswordSchema });

type SessionEndedDialogProps = {
  user: User;
  onResult: (result: PasswordSignInResult) => Promise<void>;
  onSignOut: () => void;
};

const PasswordForm = ({ user, onResult, onSignOut }: SessionEndedDialogProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: passwordSchema,
    submit: async ({ password }) => {
      await onResult(await signInWithPassword(user.email, password));
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <p>
        Your session has ended, {user.name}. Sign in as <strong>{user.email}</strong> to continue where you
        left off.
      </p>
      <HiddenUsernameField email={user.email} />
      <PasswordField {...fieldProps('password')} label="Password" autoComplete="current-password" autoFocus />
      <FormMessage tone="error">{message}</FormMessage>
      <div className="dialog__actions">
        <Button variation="link" onClick={onSignOut}>
          Sign out instead
        </Button>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Signing in">
          Sign in
        </Button>
      </div>
    </form>
  );
};

type ProviderFormProps = { user: User; provider: IdentityProvider; onSignOut: () => void };

const ProviderForm = ({ user, provider, onSignOut }: ProviderFormProps) => (
  <div className="form">
    <p>
      Your session has ended, {user.name}. Continue with {provider} as <strong>{user.email}</strong>. This
      leaves the page, and uploads in progress are lost.
    </p>
    <ProviderButtons only={provider} returnTo={window.location.pathname + window.location.search} />
    <div className="dialog__actions">
      <Button variation="link" onClick={onSignOut}>
        Sign out instead
      </Button>
    </div>
  </div>
);

/** Keeps the page behind it as it is. With a password, only the same user can continue. */
export const SessionEndedDialog = ({ user, onResult, onSignOut }: SessionEndedDialogProps) => (
  <Dialog title="Sign in again">
    {user.provider === undefined ? (
      <PasswordForm user={user} onResult={onResult} onSignOut={onSignOut} />
    ) : (
      <ProviderForm user={user} provider={user.provider} onSignOut={onSignOut} />
    )}
  </Dialog>
);
