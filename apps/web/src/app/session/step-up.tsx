import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { User } from '#lib/session.ts';
import { useSession } from '#lib/session-context.tsx';

// Few visits need the sign-in code.
const StepUpDialog = lazy(async () => {
  const dialog = await import('#features/auth/components/step-up-dialog.tsx');
  return { default: dialog.StepUpDialog };
});

/** Asks the user to sign in again when a call requires a recent sign-in (RFC 9470). */
export const StepUp = ({ user }: { user: User }) => {
  const { state, confirm, cancel } = useSession().stepUp;
  const answer = useSyncExternalStore(state.subscribe, state.get);
  if (answer === 'idle') return null;
  return (
    <Suspense>
      <StepUpDialog
        user={user}
        isConfirming={answer === 'confirmed'}
        onSignedIn={confirm}
        onCancel={cancel}
      />
    </Suspense>
  );
};
