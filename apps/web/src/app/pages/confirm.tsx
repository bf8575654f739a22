import { Link, Navigate, useLocation } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { useToast } from '#components/toast-context.ts';
import { paths } from '#config/paths.ts';
import { attemptSignIn } from '#features/auth/cognito/sign-in-with-password.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { ConfirmForm } from '#features/auth/components/confirm-form.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation } from '../guest/guest-location.ts';
import { useFollowSignIn } from '../guest/use-follow-sign-in.ts';

export const ConfirmPage = () => {
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);
  const { email } = guestLocation;
  const { pendingPassword } = useGuestContext();
  const followSignIn = useFollowSignIn();
  const showToast = useToast();

  if (email === undefined) return <Navigate to={paths.signIn} replace />;

  const signIn = async () => {
    const password = pendingPassword.current;
    const step = await followSignIn(await attemptSignIn(email, password), { email, password });
    if (step === 'sign-in') showToast({ message: 'Your email address is confirmed. You can sign in now.' });
  };

  return (
    <>
      <PageTitle>Confirm your email address</PageTitle>
      <AuthFormHeader title="Check your inbox">
        We sent a six-digit code to <strong>{email}</strong>.
      </AuthFormHeader>
      <ConfirmForm email={email} onConfirmed={signIn} />
      <nav className="auth-form__links" aria-label="Other options">
        <Link to={paths.signIn} state={guestLocation}>
          Back to sign in
        </Link>
      </nav>
    </>
  );
};
