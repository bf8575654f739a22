import type { Me } from '@share-my-files/contract';
import { formatBytes } from '#lib/format-bytes.ts';
import './storage-usage.css';

/** How much of the quota is taken, running uploads included, since they have reserved their room. */
export const StorageUsage = ({ usedBytes, reservedBytes, quotaBytes }: Me) => {
  const takenBytes = usedBytes + reservedBytes;
  const text = `${formatBytes(takenBytes)} of ${formatBytes(quotaBytes)} used`;
  return (
    <div className="storage-usage">
      <meter
        className="storage-usage__meter"
        min={0}
        max={quotaBytes}
        high={quotaBytes * 0.9}
        value={takenBytes}
        aria-label="Storage used"
        aria-valuetext={text}
      />
      <p>{text}</p>
      {reservedBytes > 0 && (
        <p className="storage-usage__note">{formatBytes(reservedBytes)} of it is kept for running uploads.</p>
      )}
    </div>
  );
};
