import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { useToast } from '#components/toast-context.ts';
import { paths } from '#config/paths.ts';
import { attemptSignIn } from '#features/auth/cognito/sign-in-with-password.ts';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { RequestResetForm } from '#features/auth/components/request-reset-form.tsx';
import { SetPasswordForm } from '#features/auth/components/set-password-form.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation } from '../guest/guest-location.ts';
import { useFollowSignIn } from '../guest/use-follow-sign-in.ts';
import { useEndOtherSessions } from '../session/use-end-other-sessions.ts';

export const ResetPasswordPage = () => {
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);
  const { typedEmail } = useGuestContext();
  const [email, setEmail] = useState<string | null>(null);
  const followSignIn = useFollowSignIn();
  const endOtherSessions = useEndOtherSessions();
  const showToast = useToast();

  const signIn = async (email: string, password: string) => {
    const step = await followSignIn(await attemptSignIn(email, password), { email, password });
    const next = step === 'enter' ? await endOtherSessions(email, password) : 'You can sign in now.';
    showToast({ message: `Your new password is set. ${next}` });
  };

  return (
    <>
      <PageTitle>Reset your password</PageTitle>
      {email === null ? (
        <>
          <AuthFormHeader title="Reset your password">
            We will email you a code to set a new one.
          </AuthFormHeader>
          <RequestResetForm initialEmail={typedEmail} onSent={setEmail} />
        </>
      ) : (
        <>
          <AuthFormHeader title="Set a new password">
            If there is an account for <strong>{email}</strong>, a code is on its way to it.
          </AuthFormHeader>
          <SetPasswordForm email={email} onPasswordSet={(password) => signIn(email, password)} />
        </>
      )}
      <nav className="auth-form__links" aria-label="Other options">
        <Link to={paths.signIn} state={guestLocation}>
          Back to sign in
        </Link>
        {email !== null && (
          <Link to={paths.resetPassword} state={guestLocation} onClick={() => setEmail(null)}>
            Send a new code
          </Link>
        )}
      </nav>
    </>
  );
};
