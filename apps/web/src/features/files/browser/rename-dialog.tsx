import { Button, TextField } from '@aws-amplify/ui-react';
import { cleanFileName, type Item, updateItemSchema } from '@share-my-files/contract';
import { useEffect, useRef } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';
import { useUndoableRename } from './use-undoable-rename.ts';

type RenameDialogProps = { readonly item: Item; readonly onClose: () => void };

// Users rarely want to change the extension.
const selectStem = (field: HTMLInputElement) => {
  const dot = field.value.lastIndexOf('.');
  field.focus();
  field.setSelectionRange(0, dot > 0 ? dot : field.value.length);
};

export const RenameDialog = ({ item, onClose }: RenameDialogProps) => {
  const field = useRef<HTMLInputElement>(null);
  const rename = useUndoableRename(item);
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: updateItemSchema,
    submit: async ({ name }) => {
      await rename(name);
      onClose();
    },
    explain: explainProblem,
    correct: cleanFileName,
  });

  // The dialog focuses its first button when it opens.
  useEffect(() => {
    if (field.current) selectStem(field.current);
  }, []);

  return (
    <Dialog title="Rename" fileName={item.name} onClose={onClose} isPending={isPending}>
      <form className="form" {...formProps}>
        <TextField
          ref={field}
          label="Name"
          autoComplete="off"
          spellCheck={false}
          {...fieldProps('name')}
          defaultValue={item.name}
        />
        <FormMessage tone="error">{message}</FormMessage>
        <div className="dialog__actions">
          <Button isDisabled={isPending} onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variation="primary" isLoading={isPending} loadingText="Renaming">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
