import CircleCheck from 'lucide-react/icons/circle-check';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';
import { memo } from 'react';
import { IconButton } from '#components/icon-button.tsx';
import { useOnline } from '#lib/use-online.ts';
import { RefusedName } from './refused-name.tsx';
import { useUploadQueue } from './upload-context.ts';
import { isRunning, type UploadEntry } from './upload-state.ts';
import { describeUpload } from './upload-status.ts';

type UploadRowProps = { readonly entry: UploadEntry };

const UploadActions = ({ entry }: UploadRowProps) => {
  const { cancel, retry, dismiss } = useUploadQueue();
  const { id, name, phase } = entry;
  if (phase === 'finishing') return null;
  if (isRunning(entry)) return <IconButton label={`Cancel ${name}`} icon={X} onClick={() => cancel(id)} />;
  return (
    <>
      {phase === 'done' && <CircleCheck className="upload-row__done" size={20} aria-hidden="true" />}
      {(phase === 'failed' || phase === 'cancelled') && (
        <IconButton label={`Retry ${name}`} icon={RotateCw} onClick={() => retry(id)} />
      )}
      <IconButton label="Dismiss" icon={X} onClick={() => dismiss(id)} />
    </>
  );
};

// A zero-byte file has no bytes to count: it is all there when it is done.
const percentOf = ({ phase, sentBytes, sizeBytes }: UploadEntry): number =>
  sizeBytes === 0 ? Number(phase === 'done') * 100 : Math.floor((sentBytes / sizeBytes) * 100);

/** Memoised: while one file makes progress, the rows of the others are left alone. */
export const UploadRow = memo(({ entry }: UploadRowProps) => {
  const isOnline = useOnline();
  const { name, phase } = entry;
  const percent = percentOf(entry);
  return (
    <li className={`upload-row upload-row--${phase}`}>
      <div className="upload-row__text">
        <span className="upload-row__name">{name}</span>
        <span className="upload-row__status">{describeUpload(entry, isOnline)}</span>
      </div>
      <div className="upload-row__actions">
        <UploadActions entry={entry} />
      </div>
      {phase === 'name-refused' ? (
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
    </li>
  );
});
