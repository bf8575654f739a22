import { useLocation, useNavigate } from 'react-router';
import { useToast } from '#components/toast-context.ts';
import { paths } from '#config/paths.ts';
import { signInWithPassword } from '#features/auth/cognito/sign-in-with-password.ts';
import { useSession } from '#lib/session-context.tsx';
import { readGuestLocation } from './guest-location.ts';

/**
 * Signs in with a password still in memory; without one, or when it fails, asks on the sign-in page.
 * Resolves to whether the person is signed in.
 */
export const useSignInOrAsk = () => {
  const session = useSession();
  const navigate = useNavigate();
  const showToast = useToast();
  const { state } = useLocation();

  const trySignIn = async (email: string, password: string | null): Promise<boolean> => {
    if (password === null) return false;
    try {
      return (await signInWithPassword(email, password)) === 'signed-in';
    } catch {
      // The sign-in page will show the reason when the person tries it there.
      return false;
    }
  };

  return async (email: string, password: string | null, news: string): Promise<boolean> => {
    if (await trySignIn(email, password)) {
      await session.signedIn();
      return true;
    }
    showToast({ message: `${news} You can sign in now.` });
    await navigate(paths.signIn, { state: { ...readGuestLocation(state), email } });
    return false;
  };
};
