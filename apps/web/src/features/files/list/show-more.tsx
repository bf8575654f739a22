import { Button } from '@aws-amplify/ui-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';

const beforeEnd = '1000px';

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

  const loadMore = useEffectEvent(onShowMore);

  // The next page is loaded before the user reaches the end; after an error, only when the user asks.
  useEffect(() => {
    if (isLoading || error !== null || button.current === null) return;
    const observer = new IntersectionObserver(
      ([end]) => {
        if (end?.isIntersecting) loadMore();
      },
      { rootMargin: beforeEnd },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isLoading, error]);

  return (
    <div className="item-list__more form">
      <FormMessage tone="error">{error && explainError(error)}</FormMessage>
      <Button ref={button} isLoading={isLoading} loadingText="Loading" onClick={onShowMore}>
        Show more
      </Button>
    </div>
  );
};
