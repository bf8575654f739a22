import type { Item, ItemView } from '@share-my-files/contract';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { useNeighbours } from './use-neighbours.ts';

type QuickLookProps = {
  readonly item: Item;
  readonly view: ItemView;
  readonly onMove: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

/** The preview of a file, with the way to the next file of the list. */
export const QuickLook = ({ item, view, onMove, ...rest }: QuickLookProps) => {
  const { previous, next } = useNeighbours(view, item.id);
  return (
    <PreviewDialog
      item={item}
      onPrevious={previous && (() => onMove(previous))}
      onNext={next && (() => onMove(next))}
      {...rest}
    />
  );
};
