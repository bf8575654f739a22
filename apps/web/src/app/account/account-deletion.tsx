import { DeleteAccountSection } from '#features/account/deletion/delete-account-section.tsx';
import { useUploadEntries } from '#features/uploads/queue/upload-context.ts';
import { isRunning } from '#features/uploads/queue/upload-state.ts';

/** Leaving the signed-in layout stops the uploads that the dialog mentions. */
export const AccountDeletion = ({ email }: { email: string }) => (
  <DeleteAccountSection email={email} runningUploads={useUploadEntries().filter(isRunning).length} />
);
