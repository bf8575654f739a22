import { ErrorState } from '#components/error-state.tsx';
import { GoneItem } from '../api/gone-item.tsx';
import { isItemGone } from '../api/item-gone.ts';

type PreviewErrorProps = { readonly error: Error; readonly onRetry: () => void };

/** The file could not be fetched. */
export const PreviewError = ({ error, onRetry }: PreviewErrorProps) =>
  isItemGone(error) ? (
    <GoneItem />
  ) : (
    <ErrorState title="The preview could not be loaded" error={error} onRetry={onRetry} />
  );
