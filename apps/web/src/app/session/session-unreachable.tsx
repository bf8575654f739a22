import { ErrorState } from '#components/error-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';
import { NetworkError } from '#lib/network-error.ts';
import { useSession } from '#lib/session-context.tsx';

/** Shown while the user pool does not respond: the tokens may still be valid, so an outage signs nobody out. */
export const SessionUnreachable = () => {
  const session = useSession();
  return (
    <StandalonePage title="Sign-in service not reachable">
      <ErrorState
        heading="h1"
        title="The sign-in service is not responding"
        error={new NetworkError()}
        onRetry={() => void session.start()}
      />
    </StandalonePage>
  );
};
