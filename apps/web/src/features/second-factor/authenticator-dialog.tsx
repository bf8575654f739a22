import { Button } from '@aws-amplify/ui-react';
import type { SetUpTOTPOutput } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import { AuthenticatorKey } from '#components/authenticator-key.tsx';
import { ConfirmationCodeField } from '#components/confirmation-code-field.tsx';
import { Dialog } from '#components/dialog.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { confirmationCodeSchema } from '#lib/confirmation-code-schema.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { useConfirmAuthenticator, type useStartAuthenticatorSetup } from './second-factors.ts';

const codeSchema = z.object({ code: confirmationCodeSchema });

type AuthenticatorFormProps = {
  email: string;
  setup: SetUpTOTPOutput;
  onSetUp: () => void;
  onClose: () => void;
};

const AuthenticatorForm = ({ email, setup, onSetUp, onClose }: AuthenticatorFormProps) => {
  const confirm = useConfirmAuthenticator();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: codeSchema,
    submit: async ({ code }) => {
      await confirm.mutateAsync(code);
      onClose();
      onSetUp();
    },
    explain: explainAuthError,
  });

  return (
    <form className="form" {...formProps}>
      <AuthenticatorKey setup={setup} email={email} />
      <ConfirmationCodeField {...fieldProps('code')} label="Code from the app" />
      <FormMessage tone="error">{message}</FormMessage>
      <div className="dialog__actions">
        <Button isDisabled={isPending} onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Turning on">
          Turn on
        </Button>
      </div>
    </form>
  );
};

type AuthenticatorDialogProps = {
  email: string;
  setup: ReturnType<typeof useStartAuthenticatorSetup>;
  onSetUp: () => void;
  onClose: () => void;
};

/** Shows the secret and asks for a first code, so that an app that was not set up correctly locks nobody out. */
export const AuthenticatorDialog = ({ email, setup, onSetUp, onClose }: AuthenticatorDialogProps) => (
  <Dialog title="Set up an authenticator app" onClose={onClose}>
    {setup.data ? (
      <AuthenticatorForm email={email} setup={setup.data} onSetUp={onSetUp} onClose={onClose} />
    ) : setup.error ? (
      <ErrorState title="The setup could not be started" error={setup.error} onRetry={() => setup.mutate()} />
    ) : (
      <div aria-busy="true">
        <Skeleton className="second-factor__skeleton" />
      </div>
    )}
  </Dialog>
);
