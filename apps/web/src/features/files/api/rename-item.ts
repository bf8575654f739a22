import { type UpdateItem, updateItem } from '@share-my-files/contract';
import { useOptimisticMutation } from './use-optimistic-mutation.ts';

type RenameInput = UpdateItem & { readonly id: string };

export const useRenameItem = () =>
  useOptimisticMutation<RenameInput>({
    send: (api, { id, name }) => api.call(updateItem, { params: { itemId: id }, body: { name } }),
    change: (items, { id, name }) => items.map((item) => (item.id === id ? { ...item, name } : item)),
  });
