import { useWebConfig } from '#config/web-config-context.tsx';
import { DeleteAccountSection } from '#features/account/deletion/delete-account-section.tsx';
import { useChangeProfilePicture } from '#features/profile-picture/use-profile-picture.ts';
import { useUploadEntries } from '#features/uploads/queue/upload-context.ts';
import { isRunning } from '#features/uploads/queue/upload-state.ts';

/** Leaving the signed-in layout stops the uploads that the dialog mentions. */
export const AccountDeletion = ({ email }: { email: string }) => {
  const { identityPool } = useWebConfig();
  const { mutateAsync: changePicture } = useChangeProfilePicture();
  const deletePicture = async () => {
    if (identityPool !== undefined) await changePicture(null);
  };
  return (
    <DeleteAccountSection
      email={email}
      runningUploads={useUploadEntries().filter(isRunning).length}
      beforeDeletion={deletePicture}
    />
  );
};
