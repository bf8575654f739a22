import { Button } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { SendCodeButton } from '#components/send-code-button.tsx';
import { signInCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';

const codeSchema = z.object({ code: signInCodeSchema });

const explainCode = (error: Error): FormProblem => explainAuthError(error, 'code');

type CodeFormProps = {
  label: string;
  explain?: (error: Error) => FormProblem;
  /** Sends another code; without it, the form offers none. */
  sendNewCode?: () => Promise<unknown>;
};

/** Answers the present challenge with a code. */
export const CodeForm = ({ label, explain = explainCode, sendNewCode }: CodeFormProps) => {
  const { answer } = useSignInContext();
  const { formProps, fieldProps, isPending, clear } = useForm({
    schema: codeSchema,
    submit: ({ code }) => answer(code),
    explain,
  });
  return (
    <form className="form" {...formProps}>
      <ConfirmationCodeField {...fieldProps('code')} label={label} placeholder="" />
      <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Signing in">
        Sign in
      </Button>
      {sendNewCode && <SendCodeButton send={sendNewCode} onSent={() => clear('code')} />}
    </form>
  );
};
