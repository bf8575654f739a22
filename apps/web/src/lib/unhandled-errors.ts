import { ExplainedError } from './explained-error.ts';
import { SignedOutError } from './signed-out-error.ts';

type Dependencies = { page: Pick<Window, 'addEventListener'>; showMessage: (message: string) => void };

const unexplained = 'Something went wrong. If nothing happened, reload the page and try again.';

const isOfExtension = ({ stack = '' }: Error): boolean => /-extension:\/\//.test(stack);

// Without an Error: loops of a ResizeObserver, which the next frame ends, and scripts of extensions or of other origins.
const isOurs = (error: unknown): error is Error =>
  error instanceof Error &&
  error.name !== 'AbortError' &&
  !(error instanceof SignedOutError) &&
  !isOfExtension(error);

/** Shows a message for each error that no other code handles, and returns a function that stops it. */
export const showUnhandledErrors = ({ page, showMessage }: Dependencies): (() => void) => {
  const stop = new AbortController();
  const show = (error: unknown) => {
    if (isOurs(error)) showMessage(error instanceof ExplainedError ? error.message : unexplained);
  };
  page.addEventListener('error', ({ error }) => show(error), stop);
  page.addEventListener('unhandledrejection', ({ reason }) => show(reason), stop);
  return () => stop.abort();
};
