import { type Item, moveItem, type NameConflict } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { explainError } from '#lib/explained-error.ts';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { changedKeys } from './changed-keys.ts';

type Move = {
  readonly items: readonly Item[];
  readonly parentId: string | null;
  readonly nameConflict?: NameConflict;
};

/** What became of each item: moved, not moved because its name is taken, or refused for the reason. */
export type MoveResult = {
  readonly moved: readonly Item[];
  readonly taken: readonly Item[];
  readonly reasons: readonly string[];
};

const isNameTaken = (error: unknown): boolean => error instanceof ProblemError && error.code === 'name_taken';

// One after another, because transactions of one user that lock the account would wait for each other.
const moveAll = async (api: ApiClient, { items, parentId, nameConflict }: Move): Promise<MoveResult> => {
  const result = { moved: [] as Item[], taken: [] as Item[], reasons: [] as string[] };
  for (const item of items) {
    await api.call(moveItem, { params: { itemId: item.id }, body: { parentId, nameConflict } }).then(
      () => result.moved.push(item),
      (error: Error) =>
        isNameTaken(error) ? result.taken.push(item) : result.reasons.push(explainError(error)),
    );
  }
  return result;
};

export const useMoveItems = () => {
  const api = useApi();
  return useMutation({
    mutationFn: (move: Move) => moveAll(api, move),
    ...invalidateAfterMutation(useQueryClient(), changedKeys),
  });
};
