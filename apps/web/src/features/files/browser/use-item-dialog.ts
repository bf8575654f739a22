import { type Item, idSchema } from '@share-my-files/contract';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { stepBack } from '#components/dialog-history.ts';

const kinds = ['preview', 'rename', 'share'] as const;

export type ItemDialogKind = (typeof kinds)[number];

const openedHere = { isDialogOfPage: true };

const isOpenedHere = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isDialogOfPage' in state;

/**
 * The dialog about one file is part of the address, for example `?preview=ID`: a step back closes it, a reload keeps it,
 * and the address opens it.
 */
export const useItemDialog = () => {
  const [query] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();

  const kind = kinds.find((candidate) => query.has(candidate));
  const itemId = kind && idSchema.safeParse(query.get(kind)).data;

  /** Keeps the parameters of the page itself. */
  const withDialog = (dialog: Partial<Record<ItemDialogKind, string>> = {}): string => {
    const others = [...query].filter(([name]) => !kinds.some((candidate) => candidate === name));
    return new URLSearchParams([...others, ...Object.entries(dialog)]).toString();
  };

  const open = (opened: ItemDialogKind, { id }: Item) =>
    void navigate({ search: withDialog({ [opened]: id }) }, { state: openedHere, preventScrollReset: true });

  /** Shows the same dialog about another file, without an entry of its own. */
  const move = (shown: ItemDialogKind, { id }: Item) =>
    void navigate(
      { search: withDialog({ [shown]: id }) },
      { state, replace: true, preventScrollReset: true },
    );

  const close = () => {
    if (isOpenedHere(state)) stepBack(navigate);
    else void navigate({ search: withDialog() }, { replace: true, preventScrollReset: true });
  };

  return { dialog: kind && itemId ? { kind, itemId } : undefined, open, move, close };
};
