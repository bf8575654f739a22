import { useQueryClient } from '@tanstack/react-query';
import { PageHeader } from '#components/page-header.tsx';
import { useWebConfig } from '#config/web-config-context.tsx';
import { meQueryOptions } from '#features/account/api/get-me.ts';
import { SettingGroup } from '#features/account/components/setting-group.tsx';
import { StorageSection } from '#features/account/components/storage-section.tsx';
import { ExportSection } from '#features/account/export/export-section.tsx';
import { ProfileSection } from '#features/account/profile/profile-section.tsx';
import { ProfilePictureForm } from '#features/profile-picture/profile-picture-form.tsx';
import { UnfinishedUploads } from '#features/uploads/components/unfinished-uploads.tsx';
import { useApi } from '#lib/api-context.tsx';
import { useUser } from '#lib/session-context.tsx';
import { AccountDeletion } from '../account/account-deletion.tsx';
import { DevicesSection } from '../account/devices-section.tsx';
import { SecuritySection } from '../account/security-section.tsx';

export const AccountPage = () => {
  const user = useUser();
  const { identityPool } = useWebConfig();
  const api = useApi();
  const queryClient = useQueryClient();

  const readStorageAgain = () => void queryClient.invalidateQueries(meQueryOptions(api));

  return (
    <>
      <PageHeader title="Account" />
      <ProfileSection user={user}>
        {identityPool && (
          <SettingGroup
            title="Picture"
            text="Only you can see it. Your browser uploads it to your own private folder."
          >
            <ProfilePictureForm name={user.name} />
          </SettingGroup>
        )}
      </ProfileSection>
      <SecuritySection user={user} />
      <DevicesSection />
      <StorageSection>
        <UnfinishedUploads onCancelled={readStorageAgain} />
      </StorageSection>
      <ExportSection />
      <AccountDeletion email={user.email} />
    </>
  );
};
