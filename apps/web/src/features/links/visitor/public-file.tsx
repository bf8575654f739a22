import type { OpenedLink } from '@share-my-files/contract';
import Download from 'lucide-react/icons/download';
import { FileIcon } from '#components/file-icon.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import { explainError } from '#lib/explained-error.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDateTime } from '#lib/format-date.ts';
import './public-file.css';

type PublicFileProps = {
  file: OpenedLink;
  isPending: boolean;
  error: Error | null;
  onDownload: () => void;
};

/** Has no preview, because that would count as a download. */
export const PublicFile = ({ file, isPending, error, onDownload }: PublicFileProps) => (
  <article className="public-file">
    <FileIcon mediaType={file.mediaType} />
    <div className="public-file__text">
      <h1 className="public-file__name">{file.name}</h1>
      <p className="public-file__details">{formatBytes(file.sizeBytes)}</p>
      {file.expiresAt && (
        <p className="public-file__details">Available until {formatDateTime(file.expiresAt)}</p>
      )}
    </div>
    <PlainButton
      className="amplify-button--fullwidth public-file__download"
      loadingText={isPending ? 'Preparing the download' : undefined}
      onClick={onDownload}
    >
      <Download size={18} aria-hidden="true" />
      Download
    </PlainButton>
    <FormMessage tone="error">{error && explainError(error)}</FormMessage>
    <p className="public-file__details">Only download files you expect from people you trust.</p>
  </article>
);
