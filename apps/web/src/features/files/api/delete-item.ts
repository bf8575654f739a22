import { deleteItem, type Item } from '@share-my-files/contract';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

export const useDeleteItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: (api, { id }) => api.call(deleteItem, { params: { itemId: id } }),
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not deleted.`,
  });
