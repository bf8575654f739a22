import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { SendCodeButton } from '#components/send-code-button.tsx';
import { useToast } from '#components/toast-context.ts';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { User } from '#lib/session.ts';
import { useForm } from '#lib/use-form.ts';
import { pendingEmail } from './pending-email.ts';
import { useProfileChanges } from './use-profile-changes.ts';

const codeSchema = z.object({ code: confirmationCodeSchema });

type ConfirmEmailFormProps = { user: User; newEmail: string; onCorrect: () => void; onClose: () => void };

type OtherStepsProps = ConfirmEmailFormProps & { onSent: () => void };

const OtherSteps = ({ user, newEmail, onSent, onCorrect, onClose }: OtherStepsProps) => {
  const { requestEmail, cancelEmail } = useProfileChanges();
  const {
    mutate: cancel,
    isPending,
    error,
  } = useMutation({
    mutationFn: () => cancelEmail(user.email),
    onSuccess: () => {
      pendingEmail.forget(user.id);
      onClose();
    },
  });
  return (
    <>
      <SendCodeButton send={() => requestEmail(newEmail)} onSent={onSent} />
      <Button variation="link" onClick={onCorrect}>
        Use another address
      </Button>
      <Button variation="link" isLoading={isPending} loadingText="Cancelling" onClick={() => cancel()}>
        Keep {user.email}
      </Button>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};

/** Asks for the code that proves the new address. */
export const ConfirmEmailForm = (props: ConfirmEmailFormProps) => {
  const { user, newEmail, onClose } = props;
  const showToast = useToast();
  const { confirmEmail } = useProfileChanges();
  const { formProps, fieldProps, isPending, message, clear } = useForm({
    schema: codeSchema,
    submit: async ({ code }) => {
      await confirmEmail(code);
      pendingEmail.forget(user.id);
      showToast({ message: `Your email is now ${newEmail}.` });
      onClose();
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <p>
        We sent a code to <EmailAddress address={newEmail} />. Until you enter it, you sign in with{' '}
        {user.email}.
      </p>
      <ConfirmationCodeField {...fieldProps('code')} />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isLoading={isPending} loadingText="Confirming">
        Confirm
      </Button>
      <OtherSteps {...props} onSent={() => clear('code')} />
    </form>
  );
};
