import { Button } from '@aws-amplify/ui-react';
import { CloudAlert } from 'lucide-react';
import { ProblemError } from '#lib/problem-error.ts';
import './empty-state.css';

type ErrorStateProps = { title: string; error: Error; onRetry: () => void; retryLabel?: string };

/** Says what failed and why, with the id to quote when asking for help. */
export const ErrorState = ({ title, error, onRetry, retryLabel = 'Try again' }: ErrorStateProps) => (
  <div className="empty-state" role="alert">
    <span className="empty-state__icon empty-state__icon--error">
      <CloudAlert size={28} aria-hidden="true" />
    </span>
    <h2 className="empty-state__title">{title}</h2>
    <p className="empty-state__text">{error.message}</p>
    <div className="empty-state__action">
      <Button variation="primary" onClick={onRetry}>
        {retryLabel}
      </Button>
    </div>
    {error instanceof ProblemError && error.requestId !== '' && (
      <p className="empty-state__request-id">Request id: {error.requestId}</p>
    )}
  </div>
);
