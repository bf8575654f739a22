import { useId } from 'react';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useUnfinishedUploads } from '../api/list-unfinished-uploads.ts';
import { UnfinishedUploadRow } from './unfinished-upload-row.tsx';
import './unfinished-uploads.css';

/** Uploads that reserve space: those in progress, and those that a closed browser left behind. */
export const UnfinishedUploads = ({ onCancelled }: { onCancelled: () => void }) => {
  const { data } = useUnfinishedUploads();
  const heading = useFocusWhenLost<HTMLHeadingElement>(data?.uploads.length);
  const headingId = useId();
  // The rest of the page works without this list, so an error is not shown.
  if (data === undefined || data.uploads.length === 0) return null;

  return (
    <div className="unfinished-uploads">
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        Unfinished uploads
      </h3>
      <ul aria-labelledby={headingId}>
        {data.uploads.map((upload) => (
          <UnfinishedUploadRow key={upload.id} upload={upload} onCancelled={onCancelled} />
        ))}
      </ul>
    </div>
  );
};
