import type { Me } from '@share-my-files/contract';
import { formatBytes } from '#lib/format-bytes.ts';
import './storage-usage.css';

/** How much of the quota is taken, unfinished uploads included, since they have reserved their room. */
export const StorageUsage = ({ usedBytes, reservedBytes, quotaBytes }: Me) => {
  const takenBytes = usedBytes + reservedBytes;
  const percent = quotaBytes === 0 ? 100 : Math.min((100 * takenBytes) / quotaBytes, 100);
  return (
    <div className="storage-usage">
      <svg
        className={`storage-usage__meter ${percent > 90 ? 'storage-usage__meter--nearly-full' : ''}`}
        aria-hidden="true"
      >
        <rect width={`${percent}%`} height="100%" rx="5" />
      </svg>
      <p>
        {formatBytes(takenBytes)} of {formatBytes(quotaBytes)} used
      </p>
      {reservedBytes > 0 && (
        <p className="storage-usage__note">
          {formatBytes(reservedBytes)} of it is kept for unfinished uploads.
        </p>
      )}
    </div>
  );
};
