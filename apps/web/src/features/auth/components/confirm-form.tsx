import { Button } from '@aws-amplify/ui-react';
import { confirmSignUp, resendSignUpCode } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { SendCodeButton } from '#components/send-code-button.tsx';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { withTimeLimit } from '#lib/with-time-limit.ts';
import { isAlreadyConfirmed } from '../cognito/is-already-confirmed.ts';

const confirmationSchema = z.object({ code: confirmationCodeSchema });

const confirmAddress = async (email: string, code: string) => {
  try {
    await withTimeLimit(confirmSignUp({ username: email, confirmationCode: code }));
  } catch (error) {
    if (!isAlreadyConfirmed(error)) throw error;
  }
};

/** Resolves to whether a code was sent: none is, if the address is already confirmed. */
const resendCode = async (email: string): Promise<boolean> => {
  try {
    await withTimeLimit(resendSignUpCode({ username: email }));
    return true;
  } catch (error) {
    if (isAlreadyConfirmed(error)) return false;
    throw error;
  }
};

const explain = (error: Error): FormProblem =>
  error.name === 'NotAuthorizedException'
    ? { message: 'This email address cannot be confirmed.' }
    : explainAuthError(error);

type ConfirmFormProps = { email: string; onConfirmed: () => Promise<unknown> };

export const ConfirmForm = ({ email, onConfirmed }: ConfirmFormProps) => {
  const { formProps, fieldProps, isPending, message, clear } = useForm({
    schema: confirmationSchema,
    submit: async ({ code }) => {
      await confirmAddress(email, code);
      await onConfirmed();
    },
    explain,
  });

  const resend = async () => {
    const isSent = await resendCode(email);
    if (!isSent) await onConfirmed();
    return isSent;
  };

  return (
    <form className="form" {...formProps}>
      <ConfirmationCodeField {...fieldProps('code')} />
      <FormMessage tone="error">{message}</FormMessage>
      <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Confirming">
        Confirm
      </Button>
      <SendCodeButton send={resend} onSent={() => clear('code')} />
    </form>
  );
};
