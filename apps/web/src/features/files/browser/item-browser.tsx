import { type Item, isAllowed } from '@share-my-files/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { ItemList } from '../list/item-list.tsx';
import { actionsFor } from './item-actions.ts';
import type { ItemDialogComponent } from './item-dialog.tsx';
import { useBulkTrash } from './use-bulk-trash.ts';
import { useDownload } from './use-download.ts';
import { useItemDialog } from './use-item-dialog.ts';

const ItemDialog = lazy(async () => ({ default: (await import('./item-dialog.tsx')).ItemDialog }));

type ItemBrowserProps = {
  readonly view: 'mine' | 'shared';
  /** Without it, sharing is not offered. */
  readonly shareDialog?: ItemDialogComponent;
  readonly children: ReactNode;
};

/** A list of files with its actions and dialogs. */
export const ItemBrowser = ({ view, shareDialog, children }: ItemBrowserProps) => {
  const { dialog, open, move, close } = useItemDialog();
  const onDownload = useDownload();
  const bulk = useBulkTrash();
  // Only owners can trash a file, and what others share has another owner.
  const isOwn = view === 'mine';

  const handlers = {
    onOpen: open.bind(null, 'preview'),
    onDownload,
    onShare: shareDialog && open.bind(null, 'share'),
    onRename: open.bind(null, 'rename'),
    onTrash: (item: Item) => bulk.trash([item]),
  };

  return (
    <>
      <ItemList
        view={view}
        actions={(item) => actionsFor(item, handlers)}
        onOpen={handlers.onOpen}
        {...(isOwn && { bulkActions: bulk.actions })}
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
            view={view}
            shareDialog={shareDialog}
            onMove={move.bind(null, 'preview')}
            onDownload={onDownload}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
};
