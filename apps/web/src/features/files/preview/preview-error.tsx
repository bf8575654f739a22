import { ErrorState } from '#components/error-state.tsx';

type PreviewErrorProps = { readonly error: Error; readonly onRetry: () => void };

/** The file could not be fetched. */
export const PreviewError = ({ error, onRetry }: PreviewErrorProps) => (
  <ErrorState title="The preview could not be loaded" error={error} onRetry={onRetry} />
);
