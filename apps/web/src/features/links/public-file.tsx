import { Button } from '@aws-amplify/ui-react';
import type { OpenedLink } from '@share-my-files/contract';
import { Download } from 'lucide-react';
import { FileIcon } from '#components/file-icon.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDateTime } from '#lib/format-date.ts';
import { DeadLink } from './dead-link.tsx';
import { useDownloadLink } from './download-link.ts';
import { isDeadLink } from './is-dead-link.ts';

type PublicFileProps = { readonly secret: string; readonly file: OpenedLink };

/** What a visitor without an account sees of a file. */
export const PublicFile = ({ secret, file }: PublicFileProps) => {
  const { mutate: download, isPending, error } = useDownloadLink(secret);
  const { name, mediaType, sizeBytes, expiresAt } = file;

  if (isDeadLink(error)) return <DeadLink />;
  return (
    <article className="public-file">
      <FileIcon mediaType={mediaType} />
      <h1 className="public-file__name">{name}</h1>
      <p className="public-file__facts">
        {formatBytes(sizeBytes)}
        {expiresAt !== null && <span>Available until {formatDateTime(expiresAt)}</span>}
      </p>
      <FormMessage tone="error">{error?.message}</FormMessage>
      <Button
        variation="primary"
        isFullWidth
        className="public-file__download"
        isLoading={isPending}
        loadingText="Preparing"
        onClick={() => download()}
      >
        <Download size={18} aria-hidden="true" />
        Download
      </Button>
      <p className="public-file__hint">Download only what you expect from somebody you trust.</p>
    </article>
  );
};
