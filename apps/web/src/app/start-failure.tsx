import { ErrorState } from '#components/error-state.tsx';

/** Shown when the app's own configuration cannot be read, before anything else can work. */
export const StartFailure = ({ error }: { error: unknown }) => (
  <main>
    <ErrorState
      title="ShareMyFiles could not start"
      error={error instanceof Error ? error : new Error('An unknown error happened.')}
      onRetry={() => window.location.reload()}
      retryLabel="Reload the page"
    />
  </main>
);
