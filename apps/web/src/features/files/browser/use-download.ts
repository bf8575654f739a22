import { downloadItem, type Item } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#components/toast-context.ts';
import { useApi } from '#lib/api-context.tsx';
import { saveFromUrl } from '#lib/save-from-url.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { invalidateItems } from '../api/cached-items.ts';
import { explainItemError, isItemGone } from '../api/item-gone.ts';

/** Returns a function that saves an item to the user's device. */
export const useDownload = (): ((item: Item) => void) => {
  const api = useApi();
  const showToast = useToast();
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id }: Item) =>
      api.call(downloadItem, { params: { itemId: id }, query: { disposition: 'attachment' } }),
    onSuccess: ({ url }) => saveFromUrl(url),
    onError: (error, item) => {
      showToast({ message: `${shortenName(item.name)} was not downloaded. ${explainItemError(error)}` });
      if (isItemGone(error)) void invalidateItems(queryClient);
    },
  });
  return mutate;
};
