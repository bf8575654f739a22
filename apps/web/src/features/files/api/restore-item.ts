import { type Item, restoreItem } from '@share-my-files/contract';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

export const useRestoreItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: (api, { id }) => api.call(restoreItem, { params: { itemId: id } }),
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not restored.`,
  });
