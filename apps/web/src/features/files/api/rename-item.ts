import { type UpdateItem, updateItem } from '@share-my-files/contract';
import { useOptimisticMutation } from './use-optimistic-mutation.ts';

type RenameInput = Pick<UpdateItem, 'name'> & { readonly id: string };

type RenameOptions = {
  readonly onSuccess?: (input: RenameInput) => void;
  /** Message for a failure; without it, the caller shows the error. */
  readonly refusal?: (input: RenameInput) => string;
};

export const useRenameItem = (options: RenameOptions = {}) =>
  useOptimisticMutation<RenameInput>({
    ...options,
    send: (api, { id, name }) => api.call(updateItem, { params: { itemId: id }, body: { name } }),
    change: (items, { id, name }) => items.map((item) => (item.id === id ? { ...item, name } : item)),
  });
