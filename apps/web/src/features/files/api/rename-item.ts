import type { UpdateItem } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';
import { useOptimisticMutation } from './use-optimistic-mutation.ts';

type Renaming = UpdateItem & { readonly id: string };

const renameItem = async (api: AxiosInstance, { id, name }: Renaming): Promise<void> => {
  await api.patch(`/items/${id}`, { name });
};

export const useRenameItem = () =>
  useOptimisticMutation<Renaming>({
    send: renameItem,
    change: (items, { id, name }) => items.map((item) => (item.id === id ? { ...item, name } : item)),
  });
