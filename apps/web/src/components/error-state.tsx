import CloudAlert from 'lucide-react/icons/cloud-alert';
import { explainError } from '#lib/explained-error.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { EmptyState } from './empty-state.tsx';
import { PlainButton } from './plain-button.tsx';

type ErrorStateProps = {
  title: string;
  error: unknown;
  onRetry: () => void;
  retryLabel?: string;
  heading?: 'h1' | 'h2';
};

/** Shows what failed and why, with the request id to quote in a support request. */
export const ErrorState = (props: ErrorStateProps) => {
  const { title, error, onRetry, retryLabel = 'Try again', heading = 'h2' } = props;
  return (
    <EmptyState icon={CloudAlert} title={title} text={explainError(error)} tone="error" heading={heading}>
      <PlainButton onClick={onRetry}>{retryLabel}</PlainButton>
      {error instanceof ProblemError && error.requestId !== '' && (
        <p className="empty-state__request-id">Request id: {error.requestId}</p>
      )}
    </EmptyState>
  );
};
