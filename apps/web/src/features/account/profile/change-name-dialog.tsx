import { Button, TextField } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { nameSchema } from '#lib/name-schema.ts';
import { useForm } from '#lib/use-form.ts';
import { useProfileChanges } from './use-profile-changes.ts';

const changeSchema = z.object({ name: nameSchema });

export const ChangeNameDialog = ({ name, onClose }: { name: string; onClose: () => void }) => {
  const { changeName } = useProfileChanges();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: changeSchema,
    submit: async (values) => {
      await changeName(values.name);
      onClose();
    },
    explain: explainAuthError,
  });

  return (
    <Dialog title="Change your name" focusField onClose={onClose} isPending={isPending}>
      <form className="form" {...formProps}>
        <TextField {...fieldProps('name')} label="Name" autoComplete="name" defaultValue={name} />
        <FormMessage tone="error">{message}</FormMessage>
        <div className="dialog__actions">
          <Button isDisabled={isPending} onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variation="primary" isLoading={isPending} loadingText="Saving">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
