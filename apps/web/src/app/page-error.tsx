import { useRouteError } from 'react-router';
import { ErrorState } from '#components/error-state.tsx';
import { PageTitle } from '#components/page-title.tsx';

/** Stands in for a page that cannot be drawn, or whose code cannot be loaded; the layout around it works on. */
export const PageError = () => (
  <>
    <PageTitle>Something went wrong</PageTitle>
    <ErrorState
      heading="h1"
      title="Something went wrong on this page"
      error={useRouteError()}
      onRetry={() => window.location.reload()}
      retryLabel="Reload the page"
    />
  </>
);
