import type { Item } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

const deleteItem = async (api: AxiosInstance, { id }: Item): Promise<void> => {
  await api.delete(`/items/${id}`);
};

export const useDeleteItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: deleteItem,
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not deleted.`,
  });
