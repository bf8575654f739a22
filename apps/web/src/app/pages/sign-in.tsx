import { Link, useLocation } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { ProviderChoice } from '#features/auth/components/provider-choice.tsx';
import { SignInForm } from '#features/auth/components/sign-in-form.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation, returnPathOf } from '../guest/guest-location.ts';
import { useFollowSignIn } from '../guest/use-follow-sign-in.ts';

export const SignInPage = () => {
  const { typedEmail } = useGuestContext();
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);
  const followSignIn = useFollowSignIn();

  return (
    <>
      <PageTitle>Sign in</PageTitle>
      <AuthFormHeader title="Welcome back">Sign in to see your files.</AuthFormHeader>
      <SignInForm initialEmail={typedEmail} onResult={followSignIn} />
      <ProviderChoice returnTo={returnPathOf(state)} />
      <nav className="auth-form__links" aria-label="Other options">
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
