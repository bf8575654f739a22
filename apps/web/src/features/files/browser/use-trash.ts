import type { Item } from '@share-my-files/contract';
import { useToast } from '#components/toast-context.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { useRestoreItem } from '../api/restore-item.ts';
import { useTrashItem } from '../api/trash-item.ts';

/** Returns a function that moves an item to the trash and offers to undo it. */
export const useTrash = (): ((item: Item) => void) => {
  const showToast = useToast();
  const { mutate: restore } = useRestoreItem(({ name }) =>
    showToast({ message: `${shortenName(name)} is back in your files.` }),
  );
  const { mutate: trash } = useTrashItem((item) =>
    showToast({
      message: `${shortenName(item.name)} was moved to the trash.`,
      action: { label: 'Undo', onAction: () => restore(item) },
    }),
  );
  return trash;
};
