import type { Session } from '@share-my-files/contract';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { SessionRow } from './session-row.tsx';
import { isTrackingOff, useSessions } from './sessions.ts';
import { SignOutOthers } from './sign-out-others.tsx';
import './session-list.css';

const Sessions = ({ sessions }: { sessions: readonly Session[] }) => {
  const list = useFocusWhenLost<HTMLUListElement>(sessions.length);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      <ul aria-label="Signed-in devices" ref={list} tabIndex={-1}>
        {[...sessions.filter(({ isCurrent }) => isCurrent), ...others].map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others.length > 0 ? (
        <SignOutOthers />
      ) : (
        <p className="sessions__note">You are signed in on no other device.</p>
      )}
    </>
  );
};

/** The devices on which the user is signed in; nothing if the pool does not track sessions. */
export const SessionList = () => {
  const { data, error, refetch } = useSessions();
  if (isTrackingOff(error)) return null;
  if (data) return <Sessions sessions={data.sessions} />;
  if (error) {
    return (
      <ErrorState title="Your devices could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <div aria-busy="true">
      <Skeleton className="sessions__skeleton" />
    </div>
  );
};
