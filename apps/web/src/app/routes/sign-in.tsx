import { Link, useLocation, useNavigate } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import type { SignInOutcome } from '#features/auth/cognito/sign-in-with-password.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { ProviderChoice } from '#features/auth/components/provider-choice.tsx';
import { type Credentials, SignInForm } from '#features/auth/components/sign-in-form.tsx';
import { useSession } from '#lib/session-context.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation, returnPathOf } from '../guest/guest-location.ts';

export const SignInRoute = () => {
  const session = useSession();
  const navigate = useNavigate();
  const { typedEmail, pendingPassword } = useGuestContext();
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);

  const follow = async (outcome: SignInOutcome, { email, password }: Credentials) => {
    // Being signed in, the guest layout itself leads to where the person wanted to go.
    if (outcome === 'signed-in') return session.signedIn();
    pendingPassword.current = outcome === 'unconfirmed' ? password : null;
    const path = outcome === 'unconfirmed' ? paths.confirm : paths.resetPassword;
    await navigate(path, { state: { ...guestLocation, email } });
  };

  return (
    <>
      <PageTitle>Sign in</PageTitle>
      <AuthFormHeader title="Welcome back">Sign in to reach your files.</AuthFormHeader>
      <SignInForm initialEmail={typedEmail} onOutcome={follow} />
      <ProviderChoice returnTo={returnPathOf(state)} />
      <nav className="auth-form__links" aria-label="Other ways">
        <Link to={paths.resetPassword} state={guestLocation}>
          Forgot your password?
        </Link>
        <Link to={paths.signUp} state={guestLocation}>
          Create an account
        </Link>
      </nav>
    </>
  );
};
