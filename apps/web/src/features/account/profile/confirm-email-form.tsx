import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { useToast } from '#components/toast-context.ts';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { User } from '#lib/session.ts';
import { useForm } from '#lib/use-form.ts';
import { pendingEmail } from './pending-email.ts';
import { useProfileChanges } from './use-profile-changes.ts';

const codeSchema = z.object({ code: confirmationCodeSchema });

type ConfirmEmailFormProps = { user: User; newEmail: string; onCorrect: () => void; onClose: () => void };

const OtherSteps = ({ user, newEmail, onCorrect, onClose }: ConfirmEmailFormProps) => {
  const { requestEmail, cancelEmail } = useProfileChanges();
  const resend = useMutation({ mutationFn: () => requestEmail(newEmail) });
  const cancel = useMutation({
    mutationFn: () => cancelEmail(user.email),
    onSuccess: () => {
      pendingEmail.forget(user.id);
      onClose();
    },
  });
  const error = resend.error ?? cancel.error;
  return (
    <>
      <Button
        variation="link"
        isLoading={resend.isPending}
        loadingText="Sending"
        onClick={() => resend.mutate()}
      >
        Send a new code
      </Button>
      <Button variation="link" onClick={onCorrect}>
        Use another address
      </Button>
      <Button
        variation="link"
        isLoading={cancel.isPending}
        loadingText="Cancelling"
        onClick={() => cancel.mutate()}
      >
        Keep {user.email}
      </Button>
      <FormMessage tone="success">{resend.isSuccess && 'We sent you a new code.'}</FormMessage>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </>
  );
};

/** Asks for the code that proves the new address. */
export const ConfirmEmailForm = (props: ConfirmEmailFormProps) => {
  const { user, newEmail, onClose } = props;
  const showToast = useToast();
  const { confirmEmail } = useProfileChanges();
  const { formProps, fieldProps, isPending, message } = useForm({
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
        We sent a code to <strong>{newEmail}</strong>. Until you enter it, you sign in with {user.email}.
      </p>
      <ConfirmationCodeField {...fieldProps('code')} />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isLoading={isPending} loadingText="Confirming">
        Confirm
      </Button>
      <OtherSteps {...props} />
    </form>
  );
};
