import type { Item, NameConflict } from '@share-my-files/contract';
import { useToast } from '#components/toast-context.ts';
import { describeItems } from '#lib/describe-items.ts';
import { type MoveResult, useMoveItems } from '../api/move-items.ts';

/** Returns a function that moves items, says what happened, and offers to undo it. */
export const useUndoableMove = () => {
  const showToast = useToast();
  const { mutateAsync: move, isPending } = useMoveItems();

  const undo = async (items: readonly Item[]) => {
    for (const parentId of new Set(items.map((item) => item.parentId))) {
      const back = items.filter((item) => item.parentId === parentId);
      await move({ items: back, parentId, nameConflict: 'keepBoth' });
    }
    showToast({ message: `${describeItems(items)} ${items.length === 1 ? 'is' : 'are'} back.` });
  };

  const moveAndTell = async (
    items: readonly Item[],
    parentId: string | null,
    nameConflict?: NameConflict,
  ): Promise<MoveResult> => {
    const result = await move({ items, parentId, ...(nameConflict && { nameConflict }) });
    if (result.moved.length > 0) {
      showToast({
        message: `${describeItems(result.moved)} ${result.moved.length === 1 ? 'was' : 'were'} moved.`,
        action: { label: 'Undo', onAction: () => void undo(result.moved) },
      });
    }
    return result;
  };

  return { move: moveAndTell, isPending };
};
