import { Button } from '@aws-amplify/ui-react';
import { Dialog } from '#components/dialog.tsx';
import type { User } from '#lib/session.ts';
import { SignInSteps } from '../sign-in/sign-in-steps.tsx';
import { DialogStepHeader } from './dialog-step-header.tsx';
import { ProviderButtons } from './provider-buttons.tsx';

type StepUpDialogProps = {
  user: User;
  /** Whether the new sign-in replaces the session at this moment. */
  isConfirming: boolean;
  onSignedIn: () => Promise<void>;
  onCancel: () => void;
};

/** Asks for a sign-in of the same user; the page behind it and its uploads continue. */
export const StepUpDialog = ({ user, isConfirming, onSignedIn, onCancel }: StepUpDialogProps) => (
  <Dialog title="Confirm that it's you" onClose={onCancel} isPending={isConfirming} focusField>
    <p>You signed in more than ten minutes ago. To continue, sign in again.</p>
    {user.provider === undefined ? (
      <SignInSteps email={user.email} Header={DialogStepHeader} onSignedIn={onSignedIn} />
    ) : (
      <div className="form">
        <p>
          {user.provider} opens and returns to this page. Then start again what you were about to do; uploads
          in progress are lost.
        </p>
        <ProviderButtons
          only={[user.provider]}
          asksAgain
          returnTo={window.location.pathname + window.location.search}
        />
      </div>
    )}
    <div className="dialog__actions">
      <Button isDisabled={isConfirming} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  </Dialog>
);
