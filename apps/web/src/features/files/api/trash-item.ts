import { type Item, trashItem } from '@share-my-files/contract';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

export const useTrashItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: (api, { id }) => api.call(trashItem, { params: { itemId: id } }),
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not moved to the trash.`,
  });
