import { endEverySession } from '#features/account/api/sign-out-everywhere.ts';
import { signInWithPassword } from '#features/auth/cognito/start-sign-in.ts';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

/**
 * Returns a function to call after a password change. Cognito keeps all sessions alive, a thief's included, and can only
 * end all of them at once, so this one signs in again. Resolves with a message for the user.
 */
export const useEndOtherSessions = () => {
  const api = useApi();
  const session = useSession();

  return async (email: string, newPassword: string): Promise<string> => {
    try {
      await endEverySession(api);
    } catch {
      return 'Other devices may still be signed in. Sign out everywhere to be sure.';
    }
    // If this fails, the session has ended and the page asks for the password.
    await session.reauthenticate(() => signInWithPassword(email, newPassword)).catch(() => undefined);
    return 'All other devices are signed out.';
  };
};
