import { endEverySession, endOthers, isTrackingOff } from '#features/sessions/sessions.ts';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

/**
 * Returns a function to call after a password change: Cognito keeps all sessions alive, a thief's included. Resolves with
 * a message for the user.
 */
export const useEndSessionsOfOldPassword = () => {
  const api = useApi();
  const session = useSession();

  // A pool that does not track sessions can only end all of them at once, so this one signs in again.
  const replaceEverySession = async (email: string, newPassword: string) => {
    // Only here, because signed-in pages load no sign-in code at first.
    const { signInWithPassword } = await import('#features/auth/cognito/start-sign-in.ts');
    await endEverySession(api);
    // If this fails, the session has ended and the page asks for the password.
    await session.reauthenticate(() => signInWithPassword(email, newPassword)).catch(() => undefined);
  };

  return async (email: string, newPassword: string): Promise<string> => {
    try {
      await endOthers(api).catch((error) => {
        if (!isTrackingOff(error)) throw error;
        return replaceEverySession(email, newPassword);
      });
      return 'All other devices are signed out.';
    } catch {
      return 'Other devices may still be signed in. Sign out everywhere to be sure.';
    }
  };
};
