import type { Me } from '@share-my-files/contract';
import { formatBytes } from '#lib/format-bytes.ts';
import './storage-usage.css';

/** Shows the used share of the quota, including the space that unfinished uploads reserve. */
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
          Includes {formatBytes(reservedBytes)} reserved for unfinished uploads.
        </p>
      )}
    </div>
  );
};
