import { createFolder } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { changedKeys } from './changed-keys.ts';

export const useCreateFolder = (parentId: string | null) => {
  const api = useApi();
  return useMutation({
    mutationFn: (name: string) => api.call(createFolder, { body: { name, parentId } }),
    ...invalidateAfterMutation(useQueryClient(), changedKeys),
  });
};
