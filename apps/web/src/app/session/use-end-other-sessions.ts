import { endEverySession } from '#features/account/api/sign-out-everywhere.ts';
import { signInWithPassword } from '#features/auth/cognito/sign-in-with-password.ts';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

/**
 * For whoever has just set a new password: Cognito leaves all sessions alive, also that of a thief. It can end only
 * all of them at once, so this one starts anew. Resolves to what the person should know.
 */
export const useEndOtherSessions = () => {
  const api = useApi();
  const session = useSession();

  return async (email: string, newPassword: string): Promise<string> => {
    try {
      await endEverySession(api);
    } catch {
      return 'Other devices may still be signed in: sign out everywhere to be sure.';
    }
    // When this fails, the session has ended, and the page asks for the password.
    await session.reauthenticate(() => signInWithPassword(email, newPassword)).catch(() => undefined);
    return 'Other devices are signed out.';
  };
};
