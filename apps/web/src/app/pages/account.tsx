import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { useToast } from '#components/toast-context.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { meQueryOptions } from '#features/account/api/get-me.ts';
import { AccountSection } from '#features/account/components/account-section.tsx';
import { ProfileSection } from '#features/account/components/profile-section.tsx';
import { SessionsSection } from '#features/account/components/sessions-section.tsx';
import { StorageSection } from '#features/account/components/storage-section.tsx';
import { ChangePasswordForm } from '#features/auth/components/change-password-form.tsx';
import { ProfilePictureForm } from '#features/profile-picture/profile-picture-form.tsx';
import { UnfinishedUploads } from '#features/uploads/components/unfinished-uploads.tsx';
import { useApi } from '#lib/api-context.tsx';
import { useUser } from '#lib/session-context.tsx';
import { useEndOtherSessions } from '../session/use-end-other-sessions.ts';

export const AccountPage = () => {
  const user = useUser();
  const { identityPool } = useWebConfig();
  const showToast = useToast();
  const api = useApi();
  const queryClient = useQueryClient();
  const endOtherSessions = useEndOtherSessions();
  const [passwordChanges, setPasswordChanges] = useState(0);

  const readStorageAgain = () => void queryClient.invalidateQueries(meQueryOptions(api));

  const finishPasswordChange = async (newPassword: string) => {
    const news = await endOtherSessions(user.email, newPassword);
    showToast({ message: `Your password was changed. ${news}` });
    setPasswordChanges((changes) => changes + 1);
  };

  return (
    <>
      <PageHeader title="Account" />
      <ProfileSection user={user} />
      {identityPool && (
        <AccountSection
          title="Picture"
          text="Only you can see it. Your browser uploads it to your own private folder."
        >
          <ProfilePictureForm name={user.name} />
        </AccountSection>
      )}
      <StorageSection>
        <UnfinishedUploads onCancelled={readStorageAgain} />
      </StorageSection>
      {user.provider === undefined ? (
        <AccountSection title="Change password" text="Signs you out on all other devices.">
          {/* A new key resets the form. */}
          <ChangePasswordForm key={passwordChanges} email={user.email} onChanged={finishPasswordChange} />
        </AccountSection>
      ) : (
        <AccountSection title="Sign-in" text="Your name and email come from that account.">
          <p>You sign in with {user.provider}, so this account has no password.</p>
        </AccountSection>
      )}
      <SessionsSection />
    </>
  );
};
