import { cancelUpload } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { unfinishedUploadsQueryOptions } from './list-unfinished-uploads.ts';

/** Calls `onCancelled` even if the row has left the list by then. */
export const useCancelUnfinishedUpload = (onCancelled: () => void) => {
  const api = useApi();
  const queryClient = useQueryClient();
  const again = invalidateAfterMutation(queryClient, unfinishedUploadsQueryOptions(api));
  return useMutation({
    mutationFn: (uploadId: string) => api.call(cancelUpload, { params: { uploadId } }),
    ...again,
    onSuccess: () => {
      onCancelled();
      return again.onSuccess();
    },
  });
};
