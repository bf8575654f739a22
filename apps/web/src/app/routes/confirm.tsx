import { Link, Navigate, useLocation } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { ConfirmForm } from '#features/auth/components/confirm-form.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation } from '../guest/guest-location.ts';
import { useSignInOrAsk } from '../guest/use-sign-in-or-ask.ts';

export const ConfirmRoute = () => {
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);
  const { email } = guestLocation;
  const { pendingPassword } = useGuestContext();
  const signInOrAsk = useSignInOrAsk();

  if (email === undefined) return <Navigate to={paths.signIn} replace />;
  return (
    <>
      <PageTitle>Confirm your email address</PageTitle>
      <AuthFormHeader title="Check your inbox">
        We sent a code with six digits to <strong>{email}</strong>.
      </AuthFormHeader>
      <ConfirmForm
        email={email}
        onConfirmed={() => signInOrAsk(email, pendingPassword.current, 'Your email address is confirmed.')}
      />
      <nav className="auth-form__links" aria-label="Other ways">
        <Link to={paths.signIn} state={guestLocation}>
          Back to sign in
        </Link>
      </nav>
    </>
  );
};
