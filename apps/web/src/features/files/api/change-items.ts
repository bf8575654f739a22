import {
  type BatchAction,
  type BatchResult,
  changeItems,
  type Item,
  maximumBatchSize,
} from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#components/toast-context.ts';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { describeItems } from '#lib/describe-items.ts';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { updateCachedItems } from './cached-items.ts';
import { explainItemError } from './item-gone.ts';
import { itemsKey } from './list-items.ts';

type Outcome = { readonly changedIds: readonly string[]; readonly reasons: readonly string[] };

const be = (items: readonly Item[]): string => (items.length === 1 ? 'was' : 'were');

const reasonsOf = ({ failures }: BatchResult): string[] =>
  failures.map(({ code, detail }) => (code === 'not_found' ? 'No longer available.' : detail));

/** Sends as few requests as the API allows. One that fails as a whole changes none of its items. */
const sendAll = async (api: ApiClient, action: BatchAction, ids: readonly string[]): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < ids.length; start += maximumBatchSize) {
    const itemIds = ids.slice(start, start + maximumBatchSize);
    outcomes.push(
      await api.call(changeItems, { body: { action, itemIds } }).then(
        (result) => ({ changedIds: result.changedIds, reasons: reasonsOf(result) }),
        (error: Error) => ({ changedIds: [], reasons: [explainItemError(error)] }),
      ),
    );
  }
  return {
    changedIds: outcomes.flatMap(({ changedIds }) => changedIds),
    reasons: outcomes.flatMap(({ reasons }) => reasons),
  };
};

type ChangeItems = {
  readonly action: BatchAction;
  /** What happened to the files, after "was" or "were". */
  readonly participle: string;
  readonly undo?: (items: readonly Item[]) => void;
};

/** Changes many files: they leave the list at once, and those that the API refused come back, with the reasons. */
export const useChangeItems = ({ action, participle, undo }: ChangeItems) => {
  const api = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const again = invalidateAfterMutation(queryClient, { queryKey: itemsKey });

  const leaveOut = (ids: ReadonlySet<string>) =>
    updateCachedItems(queryClient, (listed) => listed.filter(({ id }) => !ids.has(id)));

  return useMutation({
    mutationFn: (items: readonly Item[]) =>
      sendAll(
        api,
        action,
        items.map(({ id }) => id),
      ),
    onMutate: (items) => leaveOut(new Set(items.map(({ id }) => id))),
    onSuccess: async ({ changedIds, reasons }, items, putBack) => {
      const ids = new Set(changedIds);
      const changed = items.filter(({ id }) => ids.has(id));
      const refused = items.filter(({ id }) => !ids.has(id));
      if (refused.length > 0) {
        putBack();
        await leaveOut(ids);
        const why = [...new Set(reasons)].join(' ');
        showToast({ message: `${describeItems(refused)} ${be(refused)} not ${participle}. ${why}` });
      }
      if (changed.length > 0) {
        const message = `${describeItems(changed)} ${be(changed)} ${participle}.`;
        showToast({ message, ...(undo && { action: { label: 'Undo', onAction: () => undo(changed) } }) });
      }
      if (refused.length > 0) again.onError();
      else await again.onSuccess();
    },
  });
};

export const useRestoreItems = () =>
  useChangeItems({ action: 'restore', participle: 'moved back to your files' });
