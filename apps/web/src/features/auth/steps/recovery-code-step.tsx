import { Button, TextField } from '@aws-amplify/ui-react';
import { recoveryCodeSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { useToast } from '#components/toast-context.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { createPublicApiClient } from '#lib/public-api-client.ts';
import { type FormProblem, useForm } from '#lib/use-form.ts';
import { redeemRecoveryCode } from '../cognito/redeem-recovery-code.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

const codeSchema = z.object({ code: recoveryCodeSchema });

const explain = (error: Error): FormProblem =>
  error instanceof ProblemError && error.code === 'recovery_rejected'
    ? { fields: { code: 'This code is wrong or was used before. Check it, or use another one.' } }
    : explainAuthError(error, 'code');

/** A recovery code instead of a lost authenticator app, with the password that the user has just entered. */
export const RecoveryCodeStep = ({ password }: { password: string }) => {
  const { Header, email, enterPassword, show } = useSignInContext();
  const { userPoolId } = useWebConfig().cognito;
  const showToast = useToast();
  const { formProps, fieldProps, isPending } = useForm({
    schema: codeSchema,
    submit: async ({ code }) => {
      // Not the client of the session: in the dialogs, its requests wait for this sign-in.
      await redeemRecoveryCode(createPublicApiClient(), { userPoolId, email, password }, code);
      showToast({ message: 'Your authenticator app was removed. You can set up another one.' });
      await enterPassword(password);
    },
    explain,
  });

  return (
    <>
      <Header title="Use a recovery code">
        Enter one of the codes that you saved for <EmailAddress address={email} />. It removes your
        authenticator app and signs you out everywhere else.
      </Header>
      <form className="form" {...formProps}>
        <TextField
          {...fieldProps('code')}
          label="Recovery code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
        />
        <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Signing in">
          Remove the app and sign in
        </Button>
      </form>
      <StepLinks>
        <Button variation="link" onClick={() => show({ name: 'authenticator-code' })}>
          Use the authenticator app
        </Button>
      </StepLinks>
    </>
  );
};
