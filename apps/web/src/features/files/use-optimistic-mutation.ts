import type { Item } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useToast } from '#components/toast-context.ts';
import { useApi } from '#lib/api-context.tsx';
import { explainError } from '#lib/explained-error.ts';
import { changeCachedItems, invalidateItems } from './cached-items.ts';

type OptimisticMutation<Variables> = {
  readonly send: (api: AxiosInstance, variables: Variables) => Promise<void>;
  readonly change: (items: Item[], variables: Variables) => Item[];
  readonly onSuccess?: (variables: Variables) => void;
  /** What to say when it was refused; without it the caller tells the person. */
  readonly refusal?: (variables: Variables) => string;
};

/** A change that shows in the lists at once, and is taken back when the server refuses it. */
export const useOptimisticMutation = <Variables>(mutation: OptimisticMutation<Variables>) => {
  const { send, change, onSuccess, refusal } = mutation;
  const api = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();

  return useMutation({
    mutationFn: (variables: Variables) => send(api, variables),
    onMutate: (variables) => changeCachedItems(queryClient, (items) => change(items, variables)),
    onSuccess: (_data, variables) => onSuccess?.(variables),
    onError: (error, variables, undo) => {
      undo?.();
      if (refusal) showToast({ message: `${refusal(variables)} ${explainError(error)}` });
    },
    onSettled: () => invalidateItems(queryClient),
  });
};

/** The change that takes an item out of every list. */
export const withoutItem = (items: Item[], { id }: Item): Item[] => items.filter((item) => item.id !== id);
