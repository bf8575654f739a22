import { ErrorState } from '#components/error-state.tsx';

type PreviewErrorProps = { readonly error: Error; readonly onRetry: () => void };

/** The file may be good, but could not be had. */
export const PreviewError = ({ error, onRetry }: PreviewErrorProps) => (
  <ErrorState title="The preview could not be loaded" error={error} onRetry={onRetry} />
);
