import { type Item, isAllowed } from '@share-my-files/contract';
import FolderInput from 'lucide-react/icons/folder-input';
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { MenuAction } from '#components/menu.tsx';
import { pathOfFolder } from '#config/paths.ts';
import type { ListSource } from '../api/list-items.ts';
import { ItemList } from '../list/item-list.tsx';
import { actionsFor } from './item-actions.ts';
import type { ItemDialogComponent } from './item-dialog.tsx';
import { useBulkTrash } from './use-bulk-trash.ts';
import { useDownload } from './use-download.ts';
import { useItemDialog } from './use-item-dialog.ts';

const ItemDialog = lazy(async () => ({ default: (await import('./item-dialog.tsx')).ItemDialog }));

type ItemBrowserProps = ListSource & {
  readonly view: 'mine' | 'shared';
  /** Without it, sharing is not offered. */
  readonly shareDialog?: ItemDialogComponent;
  /** Without it, moving is not offered. */
  readonly moveDialog?: ComponentType<{ items: readonly Item[]; onClose: () => void }>;
  readonly children: ReactNode;
};

/** A list of files with its actions and dialogs. */
export const ItemBrowser = (props: ItemBrowserProps) => {
  const { view, folderId, search, shareDialog, moveDialog: MoveDialog, children } = props;
  const [moving, setMoving] = useState<readonly Item[]>([]);
  const navigate = useNavigate();
  const { dialog, open, move, close } = useItemDialog();
  const onDownload = useDownload();
  const bulk = useBulkTrash();
  // Only owners can trash a file, and what others share has another owner.
  const isOwn = view === 'mine' || search !== undefined;

  const handlers = {
    onOpen: (item: Item) =>
      item.kind === 'folder' ? void navigate(pathOfFolder(item.id)) : open('preview', item),
    onDownload,
    onShare: shareDialog && open.bind(null, 'share'),
    onMove: MoveDialog && ((item: Item) => setMoving([item])),
    onRename: open.bind(null, 'rename'),
    onTrash: (item: Item) => bulk.trash([item]),
  };

  const bulkActions = (items: readonly Item[]): MenuAction[] => [
    ...(MoveDialog ? [{ label: 'Move', icon: FolderInput, onSelect: () => setMoving(items) }] : []),
    ...bulk.actions(items),
  ];

  return (
    <>
      <ItemList
        view={view}
        folderId={folderId}
        search={search}
        actions={(item) => actionsFor(item, handlers)}
        onOpen={handlers.onOpen}
        {...(isOwn && { bulkActions })}
        keys={{
          ...(isOwn && { onDelete: bulk.trash }),
          onRename: (item) => {
            if (isAllowed(item.role, 'updateItem')) handlers.onRename(item);
          },
        }}
      >
        {children}
      </ItemList>
      <Suspense>
        {dialog && (
          <ItemDialog
            // A step to the next file keeps the quick look open.
            key={dialog.kind === 'preview' ? dialog.kind : dialog.itemId}
            {...dialog}
            source={{ view, folderId, search }}
            shareDialog={shareDialog}
            onMove={move.bind(null, 'preview')}
            onDownload={onDownload}
            onClose={close}
          />
        )}
        {MoveDialog && moving.length > 0 && <MoveDialog items={moving} onClose={() => setMoving([])} />}
      </Suspense>
    </>
  );
};
