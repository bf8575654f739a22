import { ErrorState } from '#components/error-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';

/** An error that only a reload can fix. */
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
