import type { Item } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

const trashItem = async (api: AxiosInstance, { id }: Item): Promise<void> => {
  await api.post(`/items/${id}/trash`);
};

export const useTrashItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: trashItem,
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not moved to the trash.`,
  });
