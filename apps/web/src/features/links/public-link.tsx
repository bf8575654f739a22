import { linkSecretSchema } from '@share-my-files/contract';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { DeadLink } from './dead-link.tsx';
import { isDeadLink } from './is-dead-link.ts';
import { useOpenedLink } from './open-link.ts';
import { PublicFile } from './public-file.tsx';
import './public-link.css';

const LoadingFile = () => (
  <div className="public-file" role="status" aria-label="Loading the file">
    <Skeleton className="public-file__skeleton-icon" />
    <Skeleton className="public-file__skeleton-name" />
    <Skeleton className="public-file__skeleton-button" />
  </div>
);

const OpenedLink = ({ secret }: { readonly secret: string }) => {
  const { data: file, error, refetch } = useOpenedLink(secret);
  if (isDeadLink(error)) return <DeadLink />;
  if (file !== undefined) return <PublicFile secret={secret} file={file} />;
  if (error === null) return <LoadingFile />;
  return (
    <ErrorState
      heading="h1"
      title="The file could not be loaded"
      error={error}
      onRetry={() => void refetch()}
    />
  );
};

/** The page of a public link, by the secret that stands after `#` in its address. */
export const PublicLink = ({ hash }: { readonly hash: string }) => {
  const secret = linkSecretSchema.safeParse(hash.slice(1));
  return secret.success ? <OpenedLink key={secret.data} secret={secret.data} /> : <DeadLink />;
};
