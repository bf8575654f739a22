import { lazy, Suspense } from 'react';
import type { User } from '#lib/session.ts';
import { useCompleteSignIn } from './use-complete-sign-in.ts';
import { useSignOut } from './use-sign-out.tsx';

// Few visits need the sign-in code.
const SessionEndedDialog = lazy(async () => {
  const dialog = await import('#features/auth/components/session-ended-dialog.tsx');
  return { default: dialog.SessionEndedDialog };
});

/** Asks the user of an ended session to sign in again or to sign out. */
export const SessionEnded = ({ user }: { user: User }) => {
  const completeSignIn = useCompleteSignIn();
  const { signOut, question } = useSignOut();
  return (
    <Suspense>
      <SessionEndedDialog user={user} onSignedIn={completeSignIn} onSignOut={signOut} />
      {question}
    </Suspense>
  );
};
