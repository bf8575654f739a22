import { lazy, type ReactNode, Suspense } from 'react';
import { ItemList } from '../list/item-list.tsx';
import { actionsFor } from './item-actions.ts';
import type { ItemDialogComponent } from './item-dialog.tsx';
import { useDownload } from './use-download.ts';
import { useItemDialog } from './use-item-dialog.ts';
import { useTrash } from './use-trash.ts';

const ItemDialog = lazy(async () => ({ default: (await import('./item-dialog.tsx')).ItemDialog }));

type ItemBrowserProps = {
  readonly view: 'mine' | 'shared';
  /** Without it, sharing is not offered. */
  readonly shareDialog?: ItemDialogComponent;
  readonly children: ReactNode;
};

/** A list of files with its actions and dialogs. */
export const ItemBrowser = ({ view, shareDialog, children }: ItemBrowserProps) => {
  const { dialog, open, close } = useItemDialog();
  const onDownload = useDownload();
  const onTrash = useTrash();

  const handlers = {
    onOpen: open.bind(null, 'preview'),
    onDownload,
    onShare: shareDialog && open.bind(null, 'share'),
    onRename: open.bind(null, 'rename'),
    onTrash,
  };

  return (
    <>
      <ItemList view={view} actions={(item) => actionsFor(item, handlers)} onOpen={handlers.onOpen}>
        {children}
      </ItemList>
      <Suspense>
        {dialog && (
          <ItemDialog
            key={dialog.itemId}
            {...dialog}
            shareDialog={shareDialog}
            onDownload={onDownload}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
};
