import type { Item } from '@share-my-files/contract';
import type { ComponentType } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { useItem } from '../api/get-item.ts';
import { GoneItem } from '../api/gone-item.tsx';
import { isItemGone } from '../api/item-gone.ts';
import type { ListSource } from '../api/list-items.ts';
import { QuickLook } from './quick-look.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import type { ItemDialogKind } from './use-item-dialog.ts';

/** A dialog about one item that another feature provides. */
export type ItemDialogComponent = ComponentType<{ item: Item; onClose: () => void }>;

type ItemDialogProps = {
  readonly kind: ItemDialogKind;
  readonly itemId: string;
  readonly source: ListSource;
  readonly shareDialog: ItemDialogComponent | undefined;
  readonly onMove: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

/** The dialog that the address names. */
export const ItemDialog = (props: ItemDialogProps) => {
  const { kind, itemId, shareDialog: ShareDialog, onClose, ...quickLook } = props;
  const { data: item, error, refetch } = useItem(itemId);

  if (isItemGone(error)) {
    return (
      <Dialog title="File not found" onClose={onClose}>
        <GoneItem />
      </Dialog>
    );
  }
  if (item === undefined) {
    if (error === null) return null;
    return (
      <Dialog title="File" onClose={onClose}>
        <ErrorState title="The file could not be loaded" error={error} onRetry={() => void refetch()} />
      </Dialog>
    );
  }
  if (kind === 'preview') return <QuickLook item={item} onClose={onClose} {...quickLook} />;
  if (kind === 'rename') return <RenameDialog item={item} onClose={onClose} />;
  return ShareDialog && <ShareDialog item={item} onClose={onClose} />;
};
