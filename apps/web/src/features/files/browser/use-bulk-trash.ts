import type { Item } from '@share-my-files/contract';
import Trash2 from 'lucide-react/icons/trash-2';
import type { MenuAction } from '#components/menu.tsx';
import { useChangeItems, useRestoreItems } from '../api/change-items.ts';

/** Returns what moves many files to the trash, and offers to undo it. */
export const useBulkTrash = () => {
  const { mutate: restore } = useRestoreItems();
  const { mutate: trash } = useChangeItems({
    action: 'trash',
    participle: 'moved to the trash',
    undo: restore,
  });
  const actions = (items: readonly Item[]): MenuAction[] => [
    { label: 'Move to trash', icon: Trash2, tone: 'danger', onSelect: () => trash(items) },
  ];
  return { trash, actions };
};
