import { deleteAccount, previewDeletion } from '@share-my-files/contract';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

/** Counts what deleting the account deletes, anew each time the dialog opens. */
export const useDeletionPreview = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['me', 'deletion-preview'],
    queryFn: ({ signal }) => api.call(previewDeletion, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
};

/** Returns a function that deletes the account and signs out in all tabs; repeating it after a failure goes on. */
export const useDeleteAccount = (): (() => Promise<void>) => {
  const api = useApi();
  const session = useSession();
  return async () => {
    await session.requireRecentSignIn();
    await api.call(deleteAccount);
    await session.closeAccount();
  };
};
