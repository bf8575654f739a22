import type { Item } from '@share-my-files/contract';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { type ListedPlace, useNeighbours } from './use-neighbours.ts';

type QuickLookProps = ListedPlace & {
  readonly item: Item;
  readonly onMove: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

/** The preview of a file, with the way to the next file of the list. */
export const QuickLook = ({ item, view, folderId, onMove, ...rest }: QuickLookProps) => {
  const { previous, next } = useNeighbours({ view, folderId }, item.id);
  return (
    <PreviewDialog
      item={item}
      onPrevious={previous && (() => onMove(previous))}
      onNext={next && (() => onMove(next))}
      {...rest}
    />
  );
};
