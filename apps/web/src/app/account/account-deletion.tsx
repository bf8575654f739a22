import { DeleteAccountSection } from '#features/account/deletion/delete-account-section.tsx';
import { useUploadCounts } from '#features/uploads/queue/upload-context.ts';

/** Leaving the signed-in layout stops the uploads that the dialog mentions. */
export const AccountDeletion = ({ email }: { email: string }) => (
  <DeleteAccountSection email={email} runningUploads={useUploadCounts().running} />
);
