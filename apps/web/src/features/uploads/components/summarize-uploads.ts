import { formatCount } from '#lib/format-count.ts';
import type { UploadCounts } from '../queue/upload-list.ts';

/** Returns the heading of the uploads: what runs, else what needs the user, else how everything ended. */
export const summarizeUploads = ({ running, needAttention, done, cancelled }: UploadCounts): string => {
  if (running > 0) return `Uploading ${formatCount(running, 'file')}`;
  if (needAttention > 0) {
    return `${formatCount(needAttention, 'file needs', 'files need')} your attention`;
  }
  if (cancelled === 0) return 'Uploads finished';
  const stopped = `${formatCount(cancelled, 'upload')} cancelled`;
  return done === 0 ? stopped : `${formatCount(done, 'file')} uploaded, ${stopped}`;
};
