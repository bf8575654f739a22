import type { Item } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#components/toast-context.ts';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { updateCachedItems } from './cached-items.ts';
import { explainItemError } from './item-gone.ts';
import { itemsKey } from './list-items.ts';

type OptimisticMutation<Variables> = {
  readonly send: (api: ApiClient, variables: Variables) => Promise<unknown>;
  readonly change: (items: Item[], variables: Variables) => Item[];
  readonly onSuccess?: (variables: Variables) => void;
  /** Message for a failure; without it, the caller shows the error. */
  readonly refusal?: (variables: Variables) => string;
};

/** A mutation that updates the lists optimistically and reverts them if the server rejects it. */
export const useOptimisticMutation = <Variables>(mutation: OptimisticMutation<Variables>) => {
  const { send, change, onSuccess, refusal } = mutation;
  const api = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const again = invalidateAfterMutation(queryClient, { queryKey: itemsKey });

  return useMutation({
    mutationFn: (variables: Variables) => send(api, variables),
    onMutate: (variables) => updateCachedItems(queryClient, (items) => change(items, variables)),
    onSuccess: (_data, variables) => {
      onSuccess?.(variables);
      return again.onSuccess();
    },
    onError: (error, variables, undo) => {
      undo?.();
      if (refusal) showToast({ message: `${refusal(variables)} ${explainItemError(error)}` });
      again.onError();
    },
  });
};
