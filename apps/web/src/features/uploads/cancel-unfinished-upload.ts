import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { abortUpload } from './abort-upload.ts';
import { unfinishedUploadsQueryOptions } from './list-unfinished-uploads.ts';

export const useCancelUnfinishedUpload = () => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (uploadId: string) => abortUpload(api, uploadId),
    onSettled: () => queryClient.invalidateQueries(unfinishedUploadsQueryOptions(api)),
    networkMode: 'always',
  });
};
