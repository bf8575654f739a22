import type { SignInStep } from '../sign-in/sign-in-step.ts';
import { AuthenticatorCodeStep } from './authenticator-code-step.tsx';
import { ChooseFactorStep } from './choose-factor-step.tsx';
import { ChooseWayStep } from './choose-way-step.tsx';
import { ConfirmAddressStep } from './confirm-address-step.tsx';
import { EmailCodeStep } from './email-code-step.tsx';
import { NewPasswordStep } from './new-password-step.tsx';
import { PasskeyStep } from './passkey-step.tsx';
import { RecoveryCodeStep } from './recovery-code-step.tsx';
import { RequestCodeStep } from './request-code-step.tsx';
import { RequestResetStep } from './request-reset-step.tsx';
import { ResetPasswordStep } from './reset-password-step.tsx';
import { SetUpAuthenticatorStep } from './set-up-authenticator-step.tsx';
import { SetUpEmailCodesStep } from './set-up-email-codes-step.tsx';

/** The steps that most sign-ins never show. */
export const FurtherStep = ({ step }: { step: SignInStep }) => {
  switch (step.name) {
    case 'choose-way':
      return <ChooseWayStep />;
    case 'way':
      return step.way === 'passkey' ? <PasskeyStep error={step.error} /> : <RequestCodeStep />;
    case 'email-code':
      return <EmailCodeStep />;
    case 'authenticator-code':
      return <AuthenticatorCodeStep />;
    case 'recovery-code':
      return <RecoveryCodeStep password={step.password} />;
    case 'choose-factor':
      return <ChooseFactorStep factors={step.factors} isSetUp />;
    case 'choose-factor-to-set-up':
      return <ChooseFactorStep factors={step.factors} isSetUp={false} />;
    case 'set-up-authenticator':
      return <SetUpAuthenticatorStep setup={step.setup} />;
    case 'set-up-email-codes':
      return <SetUpEmailCodesStep />;
    case 'new-password':
      return <NewPasswordStep missingAttributes={step.missingAttributes} />;
    case 'confirm-address':
      return <ConfirmAddressStep />;
    case 'request-reset':
      return <RequestResetStep />;
    case 'reset-password':
      return <ResetPasswordStep isDemanded={step.isDemanded} />;
    default:
      return null;
  }
};
