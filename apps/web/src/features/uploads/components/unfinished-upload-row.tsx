import { Button } from '@aws-amplify/ui-react';
import type { Upload } from '@share-my-files/contract';
import FileClock from 'lucide-react/icons/file-clock';
import { useId, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDateTime } from '#lib/format-date.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { useCancelUnfinishedUpload } from '../api/cancel-unfinished-upload.ts';

type UnfinishedUploadRowProps = { upload: Upload; onCancelled: () => void };

export const UnfinishedUploadRow = ({ upload, onCancelled }: UnfinishedUploadRowProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: cancel, isPending, error } = useCancelUnfinishedUpload(onCancelled);
  const textId = useId();
  const { id, name, sizeBytes, expiresAt } = upload;

  return (
    <li>
      <DetailRow
        icon={<FileClock className="unfinished-uploads__icon" size={20} aria-hidden="true" />}
        textId={textId}
        title={shortenName(name)}
        details={`${formatBytes(sizeBytes)}, expires ${formatDateTime(expiresAt)}`}
      >
        <Button variation="link" aria-describedby={textId} onClick={() => setIsAsking(true)}>
          Cancel upload
        </Button>
      </DetailRow>
      {isAsking && (
        <ConfirmDialog
          title="Cancel this upload?"
          confirmLabel="Cancel upload"
          dismissLabel="Keep upload"
          isPending={isPending}
          loadingText="Cancelling"
          onConfirm={() => cancel(id)}
          onClose={() => setIsAsking(false)}
        >
          <p>{name} stops uploading, and the part that was uploaded is deleted.</p>
          <FormMessage tone="error">{error && explainError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </li>
  );
};
