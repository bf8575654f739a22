import { ErrorState } from '#components/error-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';
import { ProblemError } from '#lib/problem-error.ts';
import { useDownloadLink } from '../api/download-link.ts';
import { useOpenedLink } from '../api/open-link.ts';
import { DeadLink } from './dead-link.tsx';
import { PublicFile } from './public-file.tsx';
import { PublicFileSkeleton } from './public-file-skeleton.tsx';

// Only the API's own error code counts: after an outage, or a 404 from a proxy, the link still works.
const isDead = (error: Error | null): boolean => error instanceof ProblemError && error.code === 'not_found';

/** The page of a public link. */
export const PublicLink = ({ secret }: { secret: string }) => {
  const { data: file, error, refetch } = useOpenedLink(secret);
  const download = useDownloadLink(secret);

  if (isDead(error) || isDead(download.error)) return <DeadLink />;
  if (file) {
    return (
      <StandalonePage title={file.name}>
        <PublicFile
          file={file}
          isPending={download.isPending}
          error={download.error}
          onDownload={() => download.mutate()}
        />
      </StandalonePage>
    );
  }
  if (error) {
    const title = 'The file cannot be shown right now';
    return (
      <StandalonePage title={title}>
        <ErrorState heading="h1" title={title} error={error} onRetry={() => void refetch()} />
      </StandalonePage>
    );
  }
  return (
    <StandalonePage title="Opening the link">
      <PublicFileSkeleton />
    </StandalonePage>
  );
};
