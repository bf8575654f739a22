import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { ErrorState } from '#components/error-state.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { NetworkError } from '#lib/network-error.ts';
import { useOnline } from '#lib/use-online.ts';

/** Replaces a page that failed to render or to load; the layout around it keeps working. */
export const PageError = () => {
  const error = useRouteError();
  const isOnline = useOnline();
  const location = useLocation();
  const navigate = useNavigate();
  const wasOnline = useRef(isOnline);

  // A reload would open the page as well, but would end the uploads that wait for the connection.
  useEffect(() => {
    if (isOnline && !wasOnline.current) void navigate(location, { replace: true, state: location.state });
    wasOnline.current = isOnline;
  }, [isOnline, location, navigate]);

  return (
    <>
      <PageTitle>Something went wrong</PageTitle>
      <ErrorState
        heading="h1"
        title="Something went wrong on this page"
        error={isOnline ? error : new NetworkError()}
        onRetry={() => window.location.reload()}
        retryLabel="Reload the page"
      />
    </>
  );
};
