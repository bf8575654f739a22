import { Button } from '@aws-amplify/ui-react';
import { useEffect, useRef } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';

type ShowMoreProps = {
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly onShowMore: () => void;
};

/** The end of a list that has more pages. */
export const ShowMore = ({ isLoading, error, onShowMore }: ShowMoreProps) => {
  const button = useRef<HTMLButtonElement>(null);

  // The button lost the focus because it was disabled during the request.
  useEffect(() => {
    if (error !== null && document.activeElement === document.body) button.current?.focus();
  }, [error]);

  return (
    <div className="item-list__more form">
      <FormMessage tone="error">{error && explainError(error)}</FormMessage>
      <Button ref={button} isLoading={isLoading} loadingText="Loading" onClick={onShowMore}>
        Show more
      </Button>
    </div>
  );
};
