import { Button } from '@aws-amplify/ui-react';
import { confirmResetPassword } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { SendCodeButton } from '#components/send-code-button.tsx';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { withTimeLimit } from '#lib/with-time-limit.ts';
import { requestPasswordReset } from '../cognito/request-password-reset.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { newPasswordSchema } from '../fields/password-schema.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

const resetSchema = z.object({ code: confirmationCodeSchema, password: newPasswordSchema });

const ResetForm = () => {
  const { email, passwordSet } = useSignInContext();
  const { formProps, fieldProps, isPending, message, clear } = useForm({
    schema: resetSchema,
    submit: async ({ code, password }) => {
      const proof = { username: email, confirmationCode: code, newPassword: password };
      await withTimeLimit(confirmResetPassword(proof));
      await passwordSet(password);
    },
    explain: explainAuthError,
  });
  return (
    <form className="form" {...formProps}>
      <ConfirmationCodeField {...fieldProps('code')} />
      <HiddenUsernameField email={email} />
      <NewPasswordField {...fieldProps('password')} label="New password" email={email} />
      <FormMessage tone="error">{message}</FormMessage>
      <Button
        type="submit"
        variation="primary"
        isFullWidth
        isLoading={isPending}
        loadingText="Setting password"
      >
        Set new password
      </Button>
      <SendCodeButton
        send={() => requestPasswordReset(email)}
        onSent={() => clear('code')}
        message="If the account can receive codes, a new one is on its way. Use only the latest code."
      />
    </form>
  );
};

/** A new password with a code that was requested here or, if `isDemanded`, mailed by an administrator. */
export const ResetPasswordStep = ({ isDemanded }: { isDemanded: boolean }) => {
  const { Header, email, show } = useSignInContext();
  return (
    <>
      <Header title="Set a new password">
        {isDemanded ? (
          <>
            This account needs a new password before you can sign in. Use the code that was emailed to{' '}
            <EmailAddress address={email} />, or send a new one.
          </>
        ) : (
          <>
            If <EmailAddress address={email} /> belongs to an active account with a confirmed address, a code
            is on its way. If none arrives, check the address, or confirm it first. If somebody created the
            account for you, sign in with the temporary password from the invitation.
          </>
        )}
      </Header>
      <ResetForm />
      <StepLinks>
        {!isDemanded && (
          <Button variation="link" onClick={() => show({ name: 'confirm-address' })}>
            Confirm your address
          </Button>
        )}
      </StepLinks>
    </>
  );
};
