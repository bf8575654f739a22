import { useRouteError } from 'react-router';
import { ErrorState } from '#components/error-state.tsx';
import { PageTitle } from '#components/page-title.tsx';

/** The last resort for a page that cannot be drawn, or whose code cannot be loaded. */
export const RouteError = () => {
  const error = useRouteError();
  return (
    <main>
      <PageTitle>Something went wrong</PageTitle>
      <ErrorState
        title="Something went wrong on this page"
        error={error instanceof Error ? error : new Error('An unknown error happened.')}
        onRetry={() => window.location.reload()}
        retryLabel="Reload the page"
      />
    </main>
  );
};
