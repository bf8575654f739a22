import type { Executor } from '#db/database.ts';
import { markChildrenDeleting, postponeDeletion } from './system-folder-repository.ts';

// A transaction of Aurora DSQL changes at most 3,000 rows.
// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html
const childrenPerStep = 1_000;

/**
 * Prepares the deletion of a folder: marks what it contains, and resolves to it; with an empty result the folder can be
 * removed. Requires that the transaction has locked the owner's account, so that nothing is added meanwhile. Unfinished
 * uploads stay, and go to the root when they complete.
 */
export const dissolveFolder = async (tx: Executor, folder: { id: string; ownerId: string }) => {
  const children = await markChildrenDeleting(tx, folder, childrenPerStep);
  if (children.length > 0) await postponeDeletion(tx, folder.id);
  return children;
};
