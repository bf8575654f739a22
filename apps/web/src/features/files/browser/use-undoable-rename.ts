import type { Item } from '@share-my-files/contract';
import { useToast } from '#components/toast-context.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { useRenameItem } from '../api/rename-item.ts';

/** Returns a function that renames an item and offers to undo it. */
export const useUndoableRename = ({ id, name: oldName }: Item): ((name: string) => Promise<unknown>) => {
  const showToast = useToast();
  const { mutate: undo } = useRenameItem({
    refusal: ({ name }) => `The name ${shortenName(name)} was not restored.`,
  });
  const { mutateAsync: rename } = useRenameItem({
    onSuccess: ({ name }) => {
      if (name === oldName) return;
      showToast({
        message: `${shortenName(oldName)} was renamed to ${shortenName(name)}.`,
        action: { label: 'Undo', onAction: () => undo({ id, name: oldName }) },
      });
    },
  });
  return (name) => rename({ id, name });
};
