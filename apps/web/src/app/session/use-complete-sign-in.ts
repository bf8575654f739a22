import { useToast } from '#components/toast-context.ts';
import type { CompletedSignIn } from '#features/auth/sign-in/use-sign-in.ts';
import { recoveryCodesDue } from '#features/recovery-codes/recovery-codes-due.ts';
import { useSession } from '#lib/session-context.tsx';
import { useEndSessionsOfOldPassword } from './use-end-sessions-of-old-password.ts';

/** Returns a function to call after every sign-in, on a page or in a dialog. */
export const useCompleteSignIn = () => {
  const session = useSession();
  const endSessionsOfOldPassword = useEndSessionsOfOldPassword();
  const showToast = useToast();

  return async ({ email, newPassword, hasNewAuthenticator }: CompletedSignIn): Promise<void> => {
    recoveryCodesDue.set(hasNewAuthenticator);
    // A guest page then redirects to the page that the user asked for.
    await session.signedIn();
    if (newPassword === undefined) return;
    const news = await endSessionsOfOldPassword(email, newPassword);
    showToast({ message: `Your new password is set. ${news}` });
  };
};
