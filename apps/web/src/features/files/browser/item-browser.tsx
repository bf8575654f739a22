import type { Item } from '@share-my-files/contract';
import { type ReactNode, useState } from 'react';
import { ItemList } from '../list/item-list.tsx';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { actionsFor } from './item-actions.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { useDownload } from './use-download.ts';
import { useTrash } from './use-trash.ts';

type ItemBrowserProps = {
  readonly view: 'mine' | 'shared';
  readonly onShare?: (item: Item) => void;
  readonly children: ReactNode;
};

type OpenDialog = { readonly kind: 'preview' | 'rename'; readonly item: Item };

/** A list of files with its actions; the parent component handles sharing. */
export const ItemBrowser = ({ view, onShare, children }: ItemBrowserProps) => {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const onDownload = useDownload();
  const onTrash = useTrash();

  const onOpen = (item: Item) => setDialog({ kind: 'preview', item });
  const onRename = (item: Item) => setDialog({ kind: 'rename', item });
  const onClose = () => setDialog(null);

  return (
    <>
      <ItemList
        view={view}
        actions={(item) => actionsFor(item, { onOpen, onDownload, onShare, onRename, onTrash })}
        onOpen={onOpen}
      >
        {children}
      </ItemList>
      {dialog?.kind === 'preview' && (
        <PreviewDialog item={dialog.item} onDownload={onDownload} onClose={onClose} />
      )}
      {dialog?.kind === 'rename' && <RenameDialog item={dialog.item} onClose={onClose} />}
    </>
  );
};
