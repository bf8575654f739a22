import { Button } from '@aws-amplify/ui-react';
import type { Item } from '@share-my-files/contract';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useRef } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { IconButton } from '#components/icon-button.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDateTime } from '#lib/format-date.ts';
import { Preview } from './preview.tsx';
import { stepOf } from './step-of.ts';

type PreviewDialogProps = {
  readonly item: Item;
  /** Shows the file before or after this one; without it, there is none. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

/** Keeps the focus in the dialog when a step to another file removes what had it. */
const useFocusAfterStep = (itemId: string) => {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) region.current?.focus();
  }, [itemId]);
  return region;
};

export const PreviewDialog = ({ item, onPrevious, onNext, onDownload, onClose }: PreviewDialogProps) => {
  const region = useFocusAfterStep(item.id);
  return (
    <Dialog
      fileName={item.name}
      width="wide"
      onClose={onClose}
      onKeyDown={(event) => {
        const step = stepOf(event);
        if (step === 'previous') onPrevious?.();
        if (step === 'next') onNext?.();
      }}
    >
      <div className="preview" ref={region} tabIndex={-1}>
        <Preview key={item.id} item={item} />
      </div>
      <p className="preview__facts">
        {formatBytes(item.sizeBytes)}, changed {formatDateTime(item.updatedAt)}
        {item.role !== 'owner' && `, owned by ${item.ownerName}`}
      </p>
      <div className="dialog__actions">
        {/* Not disabled at the ends: the focus would be lost. */}
        <div className="preview__steps">
          <IconButton
            label="Previous file"
            icon={ChevronLeft}
            aria-disabled={!onPrevious}
            onClick={onPrevious}
          />
          <IconButton label="Next file" icon={ChevronRight} aria-disabled={!onNext} onClick={onNext} />
        </div>
        <Button variation="primary" onClick={() => onDownload(item)}>
          Download
        </Button>
      </div>
      <p className="preview__announcement" role="status">
        {item.name}
      </p>
    </Dialog>
  );
};
