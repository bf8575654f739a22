import type { Item } from '@share-my-files/contract';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { topmostDialog } from '#components/modal-dialogs.ts';
import { takesText } from '#lib/takes-text.ts';
import { countColumns } from '../list/list-geometry.ts';
import type { ItemSelection } from './use-selection.ts';

/** What keys do with files; without a command, its key does nothing. */
export type KeyCommands = {
  readonly onDelete?: ((items: readonly Item[]) => void) | undefined;
  readonly onRename?: ((item: Item) => void) | undefined;
};

type ListKeys = {
  readonly list: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  readonly selection: ItemSelection;
  readonly commands: KeyCommands;
  readonly canSelect: boolean;
  readonly focusItem: (index: number) => void;
};

/** Whether a key press is meant for something else than the list. */
const isElsewhere = ({ defaultPrevented, target }: KeyboardEvent, list: HTMLElement | null): boolean => {
  if (defaultPrevented || topmostDialog() !== undefined) return true;
  if (!(target instanceof Element) || takesText(target) || target.closest('[role="menu"]')) return true;
  return !(target === document.body || target.matches('main') || list?.contains(target));
};

const steps = (columns: number): Readonly<Record<string, number>> => ({
  ArrowDown: columns,
  ArrowUp: -columns,
  ...(columns > 1 && { ArrowRight: 1, ArrowLeft: -1 }),
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
});

/** The keys of a list: arrows, Home, End, Ctrl+Space, Ctrl+A, Escape, Delete and F2. */
export const useListKeys = ({ list, items, selection, commands, canSelect, focusItem }: ListKeys): void => {
  const indexInFocus = (): number => {
    const row = document.activeElement?.closest<HTMLElement>('[data-item-id]');
    return items.findIndex(({ id }) => id === row?.dataset.itemId);
  };

  const move = (index: number, step: number, isExtending: boolean) => {
    const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), items.length - 1);
    const target = items[next];
    if (target === undefined) return;
    if (isExtending && canSelect) selection.extendTo(target.id, items[index]?.id);
    focusItem(next);
  };

  const act = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    const index = indexInFocus();
    const current = items[index];
    const chosen = selection.items.length > 0 ? selection.items : current ? [current] : [];
    const step = steps(countColumns(list.current))[key];
    if (step !== undefined && !isControl && !event.altKey) move(index, step, shiftKey);
    else if (canSelect && isControl && key === ' ' && current) selection.toggle(current.id);
    else if (canSelect && isControl && key.toLowerCase() === 'a') selection.selectAll();
    else if (key === 'Escape' && selection.items.length > 0) selection.clear();
    else if (key === 'Delete' && chosen.length > 0 && commands.onDelete) commands.onDelete(chosen);
    else if (key === 'F2' && chosen[0] && chosen.length === 1 && commands.onRename)
      commands.onRename(chosen[0]);
    else return false;
    return true;
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isElsewhere(event, list.current) && act(event)) event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
