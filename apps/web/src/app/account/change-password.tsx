import { Button } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { useToast } from '#components/toast-context.ts';
import { ChangePasswordForm } from '#features/auth/components/change-password-form.tsx';
import { useEndSessionsOfOldPassword } from '../session/use-end-sessions-of-old-password.ts';

/** Opens the form in a dialog. A new password ends all other sessions. */
export const ChangePassword = ({ email }: { email: string }) => {
  const showToast = useToast();
  const endSessionsOfOldPassword = useEndSessionsOfOldPassword();
  const [isOpen, setIsOpen] = useState(false);

  const finish = async (newPassword: string) => {
    const news = await endSessionsOfOldPassword(email, newPassword);
    setIsOpen(false);
    showToast({ message: `Your password was changed. ${news}` });
  };

  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Change password</Button>
      {isOpen && (
        <Dialog title="Change password" focusField onClose={() => setIsOpen(false)}>
          <ChangePasswordForm email={email} onChanged={finish} />
        </Dialog>
      )}
    </>
  );
};
