import { type Item, type ItemAction, isAllowed } from '@share-my-files/contract';
import Download from 'lucide-react/icons/download';
import Eye from 'lucide-react/icons/eye';
import FolderInput from 'lucide-react/icons/folder-input';
import PencilLine from 'lucide-react/icons/pencil-line';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Trash2 from 'lucide-react/icons/trash-2';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import type { MenuAction } from '#components/menu.tsx';

/** Menu action that is offered only to roles that allow all it needs. */
type PermittedAction = MenuAction & { readonly needs: readonly ItemAction[] };

const permit = ({ role }: Item, actions: readonly PermittedAction[]): MenuAction[] =>
  actions
    .filter(({ needs }) => needs.every((action) => isAllowed(role, action)))
    .map(({ needs, ...action }) => action);

/** The handlers of a list's actions; without `onShare` and `onMove`, sharing and moving are not offered. */
export type ItemHandlers = {
  readonly onOpen: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onShare: ((item: Item) => void) | undefined;
  readonly onMove?: ((item: Item) => void) | undefined;
  readonly onRename: (item: Item) => void;
  readonly onTrash: (item: Item) => void;
};

/** Returns the actions that the user's role allows; the API checks each request itself. */
export const actionsFor = (item: Item, handlers: ItemHandlers): MenuAction[] => {
  const { onOpen, onDownload, onShare, onMove, onRename, onTrash } = handlers;
  const share: PermittedAction[] = onShare
    ? [
        {
          needs: ['listGrants', 'listLinks'],
          label: 'Share',
          icon: UserRoundPlus,
          onSelect: () => onShare(item),
        },
      ]
    : [];
  const download: PermittedAction[] =
    item.kind === 'folder'
      ? []
      : [{ needs: ['downloadItem'], label: 'Download', icon: Download, onSelect: () => onDownload(item) }];
  const move: PermittedAction[] = onMove
    ? [{ needs: ['moveItem'], label: 'Move', icon: FolderInput, onSelect: () => onMove(item) }]
    : [];
  return permit(item, [
    { needs: ['viewItem'], label: 'Open', icon: Eye, onSelect: () => onOpen(item) },
    ...download,
    ...share,
    ...move,
    { needs: ['updateItem'], label: 'Rename', icon: PencilLine, onSelect: () => onRename(item) },
    {
      needs: ['trashItem'],
      label: 'Move to trash',
      icon: Trash2,
      tone: 'danger',
      onSelect: () => onTrash(item),
    },
  ]);
};

type TrashHandlers = {
  readonly onRestore: (item: Item) => void;
  readonly onDelete: (item: Item) => void;
};

/** Returns the actions on an item in the trash. */
export const trashActionsFor = (item: Item, { onRestore, onDelete }: TrashHandlers): MenuAction[] =>
  permit(item, [
    { needs: ['restoreItem'], label: 'Restore', icon: RotateCcw, onSelect: () => onRestore(item) },
    {
      needs: ['deleteItem'],
      label: 'Delete permanently',
      icon: Trash2,
      tone: 'danger',
      onSelect: () => onDelete(item),
    },
  ]);
