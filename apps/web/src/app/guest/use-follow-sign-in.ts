import { useLocation, useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { useSession } from '#lib/session-context.tsx';
import { nextSignInStep, type SignInResult, type SignInStep } from '../session/next-sign-in-step.ts';
import { useGuestContext } from './guest-context.ts';
import { readGuestLocation } from './guest-location.ts';

type Attempt = { readonly email: string; readonly password: string | null };

const pagePaths: Partial<Record<SignInStep, string>> = {
  'confirm-email': paths.confirm,
  'reset-password': paths.resetPassword,
  'sign-in': paths.signIn,
};

/** Returns a function that takes the next step after a sign-in on a guest page, and resolves to that step. */
export const useFollowSignIn = () => {
  const session = useSession();
  const navigate = useNavigate();
  const { state } = useLocation();
  const { pendingPassword } = useGuestContext();

  return async (result: SignInResult, { email, password }: Attempt): Promise<SignInStep> => {
    const step = nextSignInStep(result, 'guest-page');
    pendingPassword.current = step === 'confirm-email' ? password : null;
    const path = pagePaths[step];
    if (path !== undefined) await navigate(path, { state: { ...readGuestLocation(state), email } });
    // The guest layout then redirects to the page that the user asked for.
    else await session.signedIn();
    return step;
  };
};
