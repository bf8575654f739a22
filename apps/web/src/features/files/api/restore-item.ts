import type { Item } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';
import { shortenName } from '#lib/shorten-name.ts';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

const restoreItem = async (api: AxiosInstance, { id }: Item): Promise<void> => {
  await api.post(`/items/${id}/restore`);
};

export const useRestoreItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: restoreItem,
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${shortenName(name)} was not restored.`,
  });
