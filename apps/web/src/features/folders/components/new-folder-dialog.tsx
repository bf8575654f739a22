import { Button, TextField } from '@aws-amplify/ui-react';
import { cleanFileName, fileNameSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';
import { useCreateFolder } from '../api/create-folder.ts';

type NewFolderDialogProps = { readonly parentId: string | null; readonly onClose: () => void };

const schema = z.object({ name: fileNameSchema });

export const NewFolderDialog = ({ parentId, onClose }: NewFolderDialogProps) => {
  const { mutateAsync: create } = useCreateFolder(parentId);
  const { formProps, fieldProps, isPending, message } = useForm({
    schema,
    submit: async ({ name }) => {
      await create(name);
      onClose();
    },
    explain: explainProblem,
    correct: cleanFileName,
  });

  return (
    <Dialog title="New folder" onClose={onClose} isPending={isPending} focusField>
      <form className="form" {...formProps}>
        <TextField label="Name" autoComplete="off" spellCheck={false} {...fieldProps('name')} />
        <FormMessage tone="error">{message}</FormMessage>
        <div className="dialog__actions">
          <Button isDisabled={isPending} onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variation="primary" isLoading={isPending} loadingText="Creating">
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
