import { ErrorState } from '#components/error-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';

/** For what only a fresh start of the page can mend. */
export const ReloadState = ({ title, error }: { title: string; error: unknown }) => (
  <StandalonePage title={title}>
    <ErrorState
      heading="h1"
      title={title}
      error={error}
      onRetry={() => window.location.reload()}
      retryLabel="Reload the page"
    />
  </StandalonePage>
);
