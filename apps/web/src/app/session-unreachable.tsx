import { ErrorState } from '#components/error-state.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { NetworkError } from '#lib/network-error.ts';
import { useSession } from '#lib/session-context.tsx';

/** The tokens may still be good, but the user pool does not answer: an outage signs nobody out. */
export const SessionUnreachable = () => {
  const session = useSession();
  return (
    <main>
      <PageTitle>Sign-in service not reachable</PageTitle>
      <ErrorState
        title="The sign-in service does not answer"
        error={new NetworkError()}
        onRetry={() => void session.start()}
      />
    </main>
  );
};
