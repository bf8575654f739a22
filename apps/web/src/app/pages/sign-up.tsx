import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { ProviderChoice } from '#features/auth/components/provider-choice.tsx';
import { type NewAccount, SignUpForm } from '#features/auth/components/sign-up-form.tsx';
import { useGuestContext } from '../guest/guest-context.ts';
import { readGuestLocation, returnPathOf } from '../guest/guest-location.ts';

export const SignUpPage = () => {
  const { selfSignUp } = useWebConfig();
  const navigate = useNavigate();
  const { typedEmail, pendingPassword } = useGuestContext();
  const { state } = useLocation();
  const guestLocation = readGuestLocation(state);

  const confirm = ({ email, password }: NewAccount) => {
    pendingPassword.current = password;
    void navigate(paths.confirm, { state: { ...guestLocation, email } });
  };

  if (!selfSignUp) return <Navigate to={paths.signIn} state={guestLocation} replace />;
  return (
    <>
      <PageTitle>Create an account</PageTitle>
      <AuthFormHeader title="Create your account">
        Your files, shared only with people you choose.
      </AuthFormHeader>
      <SignUpForm initialEmail={typedEmail} onSignedUp={confirm} />
      <ProviderChoice returnTo={returnPathOf(state)} />
      <nav className="auth-form__links" aria-label="Other options">
        <Link to={paths.signIn} state={guestLocation}>
          I already have an account
        </Link>
      </nav>
    </>
  );
};
