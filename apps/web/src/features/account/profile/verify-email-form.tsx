import { Button } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { SendCodeButton } from '#components/send-code-button.tsx';
import { useToast } from '#components/toast-context.ts';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { useProfileChanges } from './use-profile-changes.ts';

const codeSchema = z.object({ code: confirmationCodeSchema });

/** Asks for the code that proves the current address. */
export const VerifyEmailForm = ({ email, onClose }: { email: string; onClose: () => void }) => {
  const showToast = useToast();
  const { confirmEmail, requestVerification } = useProfileChanges();
  const { formProps, fieldProps, isPending, message, clear } = useForm({
    schema: codeSchema,
    submit: async ({ code }) => {
      await confirmEmail(code);
      showToast({ message: `Your email ${email} is verified.` });
      onClose();
    },
    explain: explainAuthError,
  });
  return (
    <form className="form" {...formProps}>
      <p>
        We sent a code to <EmailAddress address={email} />.
      </p>
      <ConfirmationCodeField {...fieldProps('code')} />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isLoading={isPending} loadingText="Verifying">
        Verify
      </Button>
      <SendCodeButton send={requestVerification} onSent={() => clear('code')} />
    </form>
  );
};
