import { Button } from '@aws-amplify/ui-react';
import type { Item, NameConflict } from '@share-my-files/contract';
import { type SubmitEvent, useState } from 'react';
import { Dialog } from '#components/dialog.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { countItems } from '#lib/describe-items.ts';
import { FolderBranch } from './folder-branch.tsx';
import './folder-tree.css';
import { NameClash } from './name-clash.tsx';
import { useUndoableMove } from './use-undoable-move.ts';

type MoveItemsDialogProps = { readonly items: readonly Item[]; readonly onClose: () => void };

/** Asks where to move items, and what to do about names that are taken there. */
export const MoveItemsDialog = ({ items, onClose }: MoveItemsDialogProps) => {
  const [chosen, choose] = useState<string | null>();
  const [taken, setTaken] = useState<readonly Item[]>([]);
  const [problem, setProblem] = useState<string>();
  const { move, isPending } = useUndoableMove();
  const excluded = new Set(items.map(({ id }) => id));
  const [first] = items;

  const moveTo = async (moving: readonly Item[], nameConflict?: NameConflict) => {
    if (chosen === undefined) return setProblem('Choose a folder.');
    setProblem(undefined);
    const result = await move(moving, chosen, nameConflict);
    setTaken(result.taken);
    setProblem([...new Set(result.reasons)].join(' ') || undefined);
    if (result.taken.length === 0 && result.reasons.length === 0) onClose();
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void moveTo(items);
  };

  const onAnswer = (answer: 'keepBoth' | 'replace' | 'skip') => {
    if (answer === 'skip') onClose();
    else void moveTo(taken, answer);
  };

  return (
    <Dialog
      title={items.length > 1 ? `Move ${countItems(items)}` : 'Move'}
      {...(items.length === 1 && first && { fileName: first.name })}
      onClose={onClose}
      isPending={isPending}
    >
      {taken.length > 0 ? (
        <>
          <FormMessage tone="error">{problem}</FormMessage>
          <NameClash items={taken} isPending={isPending} onAnswer={onAnswer} />
        </>
      ) : (
        <form className="form" onSubmit={onSubmit}>
          <ul className="folder-tree" aria-label="Destination">
            <FolderBranch
              folderId={null}
              name="My files"
              startsOpen
              chosen={chosen}
              choose={choose}
              excluded={excluded}
            />
          </ul>
          <FormMessage tone="error">{problem}</FormMessage>
          <div className="dialog__actions">
            <Button isDisabled={isPending} onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variation="primary" isLoading={isPending} loadingText="Moving">
              Move
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
