import type { Item } from '@share-my-files/contract';
import type { ListSource } from '../api/list-items.ts';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { useNeighbours } from './use-neighbours.ts';

type QuickLookProps = {
  readonly item: Item;
  readonly source: ListSource;
  readonly onMove: (item: Item) => void;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

/** The preview of a file, with the way to the next file of the list. */
export const QuickLook = ({ item, source, onMove, ...rest }: QuickLookProps) => {
  const { previous, next } = useNeighbours(source, item.id);
  return (
    <PreviewDialog
      item={item}
      onPrevious={previous && (() => onMove(previous))}
      onNext={next && (() => onMove(next))}
      {...rest}
    />
  );
};
