import { Button, TextField } from '@aws-amplify/ui-react';
import { emailSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { User } from '#lib/session.ts';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { pendingEmail } from './pending-email.ts';
import { useProfileChanges } from './use-profile-changes.ts';

const explain = (error: Error): FormProblem =>
  error.name === 'AliasExistsException'
    ? { fields: { email: 'Another account already uses this email address.' } }
    : explainAuthError(error);

type NewEmailFormProps = { user: User; initialEmail: string; onSent: () => void; onClose: () => void };

export const NewEmailForm = ({ user, initialEmail, onSent, onClose }: NewEmailFormProps) => {
  const { requestEmail } = useProfileChanges();
  const newEmailSchema = z.object({
    email: emailSchema.check(
      z.refine((email) => email !== user.email, 'This is your email address already.'),
    ),
  });
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: newEmailSchema,
    submit: async ({ email }) => {
      await requestEmail(email);
      pendingEmail.remember(user.id, email);
      onSent();
    },
    explain,
  });

  return (
    <form className="form" {...formProps}>
      <p>
        We send a code to the new address. Until you enter the code, you sign in with{' '}
        <EmailAddress address={user.email} />.
      </p>
      <TextField
        {...fieldProps('email')}
        label="New email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={initialEmail}
        autoFocus
      />
      <FormMessage tone="error">{message}</FormMessage>
      <div className="dialog__actions">
        <Button isDisabled={isPending} onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Sending">
          Send code
        </Button>
      </div>
    </form>
  );
};
