import type { Item } from '@share-my-files/contract';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { useToast } from '#components/toast-context.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { useDeleteItem } from '../api/delete-item.ts';
import { useRestoreItem } from '../api/restore-item.ts';
import { ItemList } from '../list/item-list.tsx';
import { trashActionsFor } from './item-actions.ts';

/** The files in the trash, to restore or to permanently delete. */
export const TrashBrowser = ({ children }: { readonly children: ReactNode }) => {
  const [deleting, setDeleting] = useState<Item | null>(null);
  const showToast = useToast();
  const { mutate: restore } = useRestoreItem(({ name }) =>
    showToast({ message: `${shortenName(name)} is back in your files.` }),
  );
  const { mutate: deletePermanently } = useDeleteItem(({ name }) =>
    showToast({ message: `${shortenName(name)} was permanently deleted.` }),
  );

  const onConfirm = (item: Item) => {
    setDeleting(null);
    deletePermanently(item);
  };

  return (
    <>
      <ItemList
        view="trash"
        actions={(item) => trashActionsFor(item, { onRestore: restore, onDelete: setDeleting })}
      >
        {children}
      </ItemList>
      {deleting && (
        <ConfirmDialog
          title="Delete permanently?"
          confirmLabel="Delete permanently"
          onConfirm={() => onConfirm(deleting)}
          onClose={() => setDeleting(null)}
        >
          <p>
            <strong>{deleting.name}</strong> will be deleted for everyone it is shared with. This cannot be
            undone.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
