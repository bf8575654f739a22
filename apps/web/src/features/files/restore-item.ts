import type { Item } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';
import { useOptimisticMutation, withoutItem } from './use-optimistic-mutation.ts';

const restoreItem = async (api: AxiosInstance, { id }: Item): Promise<void> => {
  await api.post(`/items/${id}/restore`);
};

export const useRestoreItem = (onSuccess: (item: Item) => void) =>
  useOptimisticMutation<Item>({
    send: restoreItem,
    change: withoutItem,
    onSuccess,
    refusal: ({ name }) => `${name} was not restored.`,
  });
