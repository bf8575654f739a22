import type { Item } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import { useToast } from '#components/toast-context.ts';
import { useApi } from '#lib/api-context.tsx';
import { explainError } from '#lib/explained-error.ts';
import { saveFromUrl } from '#lib/save-from-url.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { getDownload } from '../api/get-download.ts';

/** A function that saves an item to the person's device. */
export const useDownload = (): ((item: Item) => void) => {
  const api = useApi();
  const showToast = useToast();
  const { mutate } = useMutation({
    mutationFn: (item: Item) => getDownload(api, item.id, 'attachment'),
    onSuccess: ({ url }) => saveFromUrl(url),
    onError: (error, item) =>
      showToast({ message: `${shortenName(item.name)} was not downloaded. ${explainError(error)}` }),
  });
  return mutate;
};
