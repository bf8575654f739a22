import { Button } from '@aws-amplify/ui-react';
import type { Item } from '@share-my-files/contract';
import { countItems } from '#lib/describe-items.ts';

type NameClashProps = {
  readonly items: readonly Item[];
  readonly isPending: boolean;
  readonly onAnswer: (answer: 'keepBoth' | 'replace' | 'skip') => void;
};

/** Asks what to do with items whose names the destination contains already. */
export const NameClash = ({ items, isPending, onAnswer }: NameClashProps) => {
  const [first] = items;
  const subject = items.length === 1 && first ? `“${first.name}”` : countItems(items);
  return (
    <div className="form">
      <p>
        {items.length === 1
          ? `The folder already contains an item named ${subject}.`
          : `The folder already contains items with the names of ${subject}.`}{' '}
        Replacing moves the other file to the trash.
      </p>
      <div className="dialog__actions">
        <Button isDisabled={isPending} onClick={() => onAnswer('skip')}>
          Skip
        </Button>
        {items.some(({ kind }) => kind === 'file') && (
          <Button isDisabled={isPending} onClick={() => onAnswer('replace')}>
            Replace
          </Button>
        )}
        <Button variation="primary" isDisabled={isPending} onClick={() => onAnswer('keepBoth')}>
          Keep both
        </Button>
      </div>
    </div>
  );
};
