import CircleCheck from 'lucide-react/icons/circle-check';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';
import { memo, type Ref, useSyncExternalStore } from 'react';
import { FileName } from '#components/file-name.tsx';
import { IconButton } from '#components/icon-button.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useOnline } from '#lib/use-online.ts';
import { useUploadQueue } from '../queue/upload-context.ts';
import type { Readable } from '../queue/upload-list.ts';
import { isRunning, type UploadEntry } from '../queue/upload-state.ts';
import { RefusedName } from './refused-name.tsx';
import { describeUpload } from './upload-status.ts';

type StopButtonProps = { readonly entry: UploadEntry; readonly ref: Ref<HTMLButtonElement> };

const StopButton = ({ entry, ref }: StopButtonProps) => {
  const { cancel, dismiss } = useUploadQueue();
  const { id, name, phase } = entry;
  const label = isRunning(entry) ? `Cancel ${name}` : `Dismiss ${name}`;
  const stop = () => (isRunning(entry) ? cancel(id) : dismiss([id]));
  const isTooLate = phase === 'finishing';
  // `aria-disabled`, because `disabled` would lose the focus.
  return (
    <IconButton
      ref={ref}
      label={label}
      icon={X}
      aria-disabled={isTooLate}
      onClick={isTooLate ? undefined : stop}
    />
  );
};

// A zero-byte file has no bytes to count: it goes from 0 to 100.
const percentOf = ({ phase, sentBytes, sizeBytes }: UploadEntry): number =>
  sizeBytes === 0 ? Number(phase === 'done') * 100 : Math.floor((sentBytes / sizeBytes) * 100);

/** Follows one upload by itself: its progress does not render the rows of the others. */
export const UploadRow = memo(({ upload }: { readonly upload: Readable<UploadEntry> }) => {
  const entry = useSyncExternalStore(upload.subscribe, upload.get);
  const isOnline = useOnline();
  const { retry } = useUploadQueue();
  const { id, name, phase } = entry;
  const percent = percentOf(entry);
  const canRetry = phase === 'failed' || phase === 'cancelled';
  const canRename = phase === 'name-refused';
  const stopButton = useFocusWhenLost<HTMLButtonElement>(Number(canRetry || canRename));
  return (
    <div className={`upload-row upload-row--${phase}`}>
      <div className="upload-row__text">
        <span className="upload-row__name">
          <FileName name={name} />
        </span>
        <span className="upload-row__status">{describeUpload(entry, isOnline)}</span>
      </div>
      <div className="upload-row__actions">
        {phase === 'done' && <CircleCheck className="upload-row__done" size={20} aria-hidden="true" />}
        {canRetry && <IconButton label={`Retry ${name}`} icon={RotateCw} onClick={() => retry(id)} />}
        <StopButton entry={entry} ref={stopButton} />
      </div>
      {canRename ? (
        <RefusedName entry={entry} />
      ) : (
        <progress
          className="upload-row__progress"
          aria-label={name}
          aria-valuenow={percent}
          max={100}
          value={percent}
        />
      )}
    </div>
  );
});
