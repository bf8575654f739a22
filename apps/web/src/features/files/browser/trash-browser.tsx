import type { Item } from '@share-my-files/contract';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import type { MenuAction } from '#components/menu.tsx';
import { countItems } from '#lib/describe-items.ts';
import { useChangeItems, useRestoreItems } from '../api/change-items.ts';
import { ItemList } from '../list/item-list.tsx';
import { trashActionsFor } from './item-actions.ts';

/** The files in the trash, to restore or to permanently delete. */
export const TrashBrowser = ({ children }: { readonly children: ReactNode }) => {
  const [deleting, setDeleting] = useState<readonly Item[]>([]);
  const { mutate: restore } = useRestoreItems();
  const { mutate: deletePermanently } = useChangeItems({
    action: 'delete',
    participle: 'permanently deleted',
  });

  const bulkActions = (items: readonly Item[]): MenuAction[] => [
    { label: 'Restore', icon: RotateCcw, onSelect: () => restore(items) },
    { label: 'Delete permanently', icon: Trash2, tone: 'danger', onSelect: () => setDeleting(items) },
  ];

  const onConfirm = () => {
    setDeleting([]);
    deletePermanently(deleting);
  };

  return (
    <>
      <ItemList
        view="trash"
        actions={(item) =>
          trashActionsFor(item, { onRestore: (one) => restore([one]), onDelete: (one) => setDeleting([one]) })
        }
        bulkActions={bulkActions}
        keys={{ onDelete: setDeleting }}
      >
        {children}
      </ItemList>
      {deleting.length > 0 && (
        <ConfirmDialog
          title="Delete permanently?"
          confirmLabel="Delete permanently"
          onConfirm={onConfirm}
          onClose={() => setDeleting([])}
        >
          <p>
            <strong>{deleting.length === 1 ? deleting[0]?.name : countItems(deleting)}</strong> will be
            deleted{deleting.some(({ kind }) => kind === 'folder') && ' with all that is inside'}, for
            everyone {deleting.length === 1 ? 'it is' : 'they are'} shared with. This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
