import { Button } from '@aws-amplify/ui-react';
import type { Item } from '@share-my-files/contract';
import { Dialog } from '#components/dialog.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDateTime } from '#lib/format-date.ts';
import { Preview } from './preview.tsx';

type PreviewDialogProps = {
  readonly item: Item;
  readonly onDownload: (item: Item) => void;
  readonly onClose: () => void;
};

export const PreviewDialog = ({ item, onDownload, onClose }: PreviewDialogProps) => (
  <Dialog fileName={item.name} width="wide" onClose={onClose}>
    <div className="preview">
      <Preview item={item} />
    </div>
    <p className="preview__facts">
      {formatBytes(item.sizeBytes)}, changed {formatDateTime(item.updatedAt)}
      {item.role !== 'owner' && `, owned by ${item.ownerName}`}
    </p>
    <div className="dialog__actions">
      <Button variation="primary" onClick={() => onDownload(item)}>
        Download
      </Button>
    </div>
  </Dialog>
);
