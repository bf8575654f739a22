import { lazy, Suspense } from 'react';
import type { User } from '#lib/session.ts';
import { useSession } from '#lib/session-context.tsx';
import { nextSignInStep, type SignInResult } from './next-sign-in-step.ts';
import { useSignOut } from './use-sign-out.tsx';

// Few visits need the sign-in code.
const SessionEndedDialog = lazy(async () => {
  const dialog = await import('#features/auth/components/session-ended-dialog.tsx');
  return { default: dialog.SessionEndedDialog };
});

/** Asks the user of an ended session to sign in again or to sign out. */
export const SessionEnded = ({ user }: { user: User }) => {
  const session = useSession();
  const { signOut, question } = useSignOut();

  const followSignIn = (result: SignInResult) =>
    nextSignInStep(result, 'dialog') === 'enter' ? session.signedIn() : session.signOut();

  return (
    <Suspense>
      <SessionEndedDialog user={user} onResult={followSignIn} onSignOut={signOut} />
      {question}
    </Suspense>
  );
};
