import { Button } from '@aws-amplify/ui-react';
import { EmailAddress } from '#components/breakable.tsx';
import { Dialog } from '#components/dialog.tsx';
import type { User } from '#lib/session.ts';
import { SignInSteps } from '../sign-in/sign-in-steps.tsx';
import type { SignInOptions } from '../sign-in/use-sign-in.ts';
import { DialogStepHeader } from './dialog-step-header.tsx';
import { ProviderButtons } from './provider-buttons.tsx';

const ProviderStep = ({ user, provider }: { user: User; provider: string }) => (
  <div className="form">
    <p>
      Continue with {provider} as <EmailAddress address={user.email} />. This leaves the page, and uploads in
      progress are lost.
    </p>
    <ProviderButtons only={[provider]} returnTo={window.location.pathname + window.location.search} />
  </div>
);

type SessionEndedDialogProps = {
  user: User;
  onSignedIn: SignInOptions['onSignedIn'];
  onSignOut: () => void;
};

/** Keeps the page behind it as it is. With a password, only the same user can continue. */
export const SessionEndedDialog = ({ user, onSignedIn, onSignOut }: SessionEndedDialogProps) => (
  <Dialog title="Sign in again">
    <p>Your session has ended, {user.name}. Sign in to continue where you left off.</p>
    {user.provider === undefined ? (
      <SignInSteps email={user.email} Header={DialogStepHeader} onSignedIn={onSignedIn} />
    ) : (
      <ProviderStep user={user} provider={user.provider} />
    )}
    <div className="dialog__actions">
      <Button variation="link" onClick={onSignOut}>
        Sign out instead
      </Button>
    </div>
  </Dialog>
);
