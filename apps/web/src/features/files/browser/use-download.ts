import { downloadItem, type Item } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import { useToast } from '#components/toast-context.ts';
import { useApi } from '#lib/api-context.tsx';
import { explainError } from '#lib/explained-error.ts';
import { saveFromUrl } from '#lib/save-from-url.ts';
import { shortenName } from '#lib/shorten-name.ts';

/** Returns a function that saves an item to the user's device. */
export const useDownload = (): ((item: Item) => void) => {
  const api = useApi();
  const showToast = useToast();
  const { mutate } = useMutation({
    mutationFn: ({ id }: Item) =>
      api.call(downloadItem, { params: { itemId: id }, query: { disposition: 'attachment' } }),
    onSuccess: ({ url }) => saveFromUrl(url),
    onError: (error, item) =>
      showToast({ message: `${shortenName(item.name)} was not downloaded. ${explainError(error)}` }),
  });
  return mutate;
};
