import { Link, useLocation, useNavigate } from 'react-router';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { AuthFormHeader } from '#features/auth/components/auth-form-header.tsx';
import { LastProviderChoice, ProviderChoice } from '#features/auth/components/provider-choice.tsx';
import type { StepHeader } from '#features/auth/sign-in/sign-in-context.ts';
import { resumableStepSchema, type SignInStep } from '#features/auth/sign-in/sign-in-step.ts';
import { SignInSteps } from '#features/auth/sign-in/sign-in-steps.tsx';
import { useCompleteSignIn } from '../session/use-complete-sign-in.ts';
import { useGuestContext } from './guest-context.ts';
import { type GuestLocation, readGuestLocation, returnPathOf } from './guest-location.ts';

const PageStepHeader: StepHeader = ({ title, children }) => (
  <>
    <PageTitle>{title}</PageTitle>
    <AuthFormHeader title={title}>{children}</AuthFormHeader>
  </>
);

/** The sign-in on the guest pages, which differ only in the step that they begin with. */
export const GuestSignIn = ({ firstStep }: { firstStep?: SignInStep }) => {
  const { typedEmail, pendingPassword } = useGuestContext();
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const { selfSignUp } = useWebConfig();
  const completeSignIn = useCompleteSignIn();
  const guestLocation = readGuestLocation(state);
  const initialStep = guestLocation.step ?? firstStep;

  const keepStep = async (step: SignInStep, email: string) => {
    const resumable = resumableStepSchema.safeParse(step).data;
    const kept: GuestLocation = { ...guestLocation, email, step: resumable };
    // On a page of its own: opening the sign-in page again has to start a sign-in.
    const page = resumable ? paths.resetPassword : pathname;
    const navigation = navigate(page, { replace: true, state: kept });
    if (page === pathname) return false;
    await navigation;
    return true;
  };

  return (
    <SignInSteps
      Header={PageStepHeader}
      typedEmail={typedEmail}
      password={pendingPassword.current}
      onStep={keepStep}
      onSignedIn={completeSignIn}
      firstChoice={<LastProviderChoice returnTo={returnPathOf(state)} />}
      {...(initialStep && { firstStep: initialStep })}
    >
      <ProviderChoice withoutLast returnTo={returnPathOf(state)} />
      {selfSignUp && (
        <nav className="auth-form__links" aria-label="Other options">
          <Link to={paths.signUp} state={guestLocation}>
            Create an account
          </Link>
        </nav>
      )}
    </SignInSteps>
  );
};
