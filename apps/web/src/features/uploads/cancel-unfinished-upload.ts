import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { abortUpload } from './abort-upload.ts';
import { unfinishedUploadsQueryOptions } from './list-unfinished-uploads.ts';

/** Calls `onCancelled` also when the row that asked for it has gone from the list meanwhile. */
export const useCancelUnfinishedUpload = (onCancelled: () => void) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (uploadId: string) => abortUpload(api, uploadId),
    onSuccess: onCancelled,
    onSettled: () => queryClient.invalidateQueries(unfinishedUploadsQueryOptions(api)),
  });
};
