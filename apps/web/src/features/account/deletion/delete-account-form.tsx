import { Button, TextField } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { formatCount } from '#lib/format-count.ts';
import { useForm } from '#lib/use-form.ts';
import { useDeleteAccount } from './delete-account.ts';

const confirmationSchema = (email: string) =>
  z.object({
    confirmation: z.string().check(
      z.trim(),
      z.toLowerCase(),
      z.refine((text) => text === email.toLowerCase(), `Type ${email} to confirm.`),
    ),
  });

type DeleteAccountFormProps = {
  email: string;
  runningUploads: number;
  onPending: (isPending: boolean) => void;
  onClose: () => void;
};

/** Asks for the address of the account, because no single press may delete everything. */
export const DeleteAccountForm = (props: DeleteAccountFormProps) => {
  const { email, runningUploads, onPending, onClose } = props;
  const deleteAccount = useDeleteAccount();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: confirmationSchema(email),
    submit: async () => {
      onPending(true);
      await deleteAccount().finally(() => onPending(false));
    },
    explain: explainProblem,
  });
  return (
    <form className="form" {...formProps}>
      {runningUploads > 0 && (
        <p>{formatCount(runningUploads, 'upload is', 'uploads are')} in progress and will stop.</p>
      )}
      <p>This cannot be undone. Export what you want to keep first.</p>
      <TextField
        {...fieldProps('confirmation')}
        label="Your email, to confirm"
        descriptiveText={email}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <FormMessage tone="error">{message}</FormMessage>
      <div className="dialog__actions">
        <Button isDisabled={isPending} onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variation="destructive" isLoading={isPending} loadingText="Deleting">
          Permanently delete
        </Button>
      </div>
    </form>
  );
};
