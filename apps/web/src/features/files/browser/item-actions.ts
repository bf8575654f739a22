import type { Item } from '@share-my-files/contract';
import Download from 'lucide-react/icons/download';
import Eye from 'lucide-react/icons/eye';
import PencilLine from 'lucide-react/icons/pencil-line';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Trash2 from 'lucide-react/icons/trash-2';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import type { MenuAction } from '#components/menu.tsx';

/** What a list can do with an item; without `onShare` sharing is not offered. */
export type ItemHandlers = {
  readonly onOpen: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onShare: ((item: Item) => void) | undefined;
  readonly onRename: (item: Item) => void;
  readonly onTrash: (item: Item) => void;
};

/** The actions this person's role allows; the API decides for itself and refuses the others. */
export const actionsFor = (item: Item, handlers: ItemHandlers): MenuAction[] => {
  const open = { label: 'Open', icon: Eye, onSelect: () => handlers.onOpen(item) };
  const download = { label: 'Download', icon: Download, onSelect: () => handlers.onDownload(item) };
  const { onShare } = handlers;
  const share = onShare ? [{ label: 'Share', icon: UserRoundPlus, onSelect: () => onShare(item) }] : [];
  const rename = { label: 'Rename', icon: PencilLine, onSelect: () => handlers.onRename(item) };
  const trash: MenuAction = {
    label: 'Move to trash',
    icon: Trash2,
    tone: 'danger',
    onSelect: () => handlers.onTrash(item),
  };
  const allowed: Record<Item['role'], MenuAction[]> = {
    owner: [open, download, ...share, rename, trash],
    editor: [open, download, rename],
    viewer: [open, download],
  };
  return allowed[item.role];
};

type TrashHandlers = {
  readonly onRestore: (item: Item) => void;
  readonly onDelete: (item: Item) => void;
};

/** What can be done with an item in the trash. */
export const trashActionsFor = (item: Item, { onRestore, onDelete }: TrashHandlers): MenuAction[] => [
  { label: 'Restore', icon: RotateCcw, onSelect: () => onRestore(item) },
  { label: 'Delete forever', icon: Trash2, tone: 'danger', onSelect: () => onDelete(item) },
];
