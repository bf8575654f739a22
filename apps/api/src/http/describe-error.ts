import { isQueryError } from '#db/sql-state.ts';

type ErrorDescription = {
  name: string;
  code?: unknown;
  message?: string;
  frames: string[];
  cause?: ErrorDescription;
};

/** An error for the log. What a failed statement says is left out: it repeats e-mails and file names. */
export const describeError = (error: unknown): ErrorDescription => {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = 'code' in error ? error.code : undefined;
  return {
    // Not every library names its errors; the class always has a name.
    name: error.name === 'Error' ? error.constructor.name : error.name,
    ...(code !== undefined && { code }),
    ...(!isQueryError(error) && { message: error.message }),
    frames: error.stack?.match(/^ {4}at .+$/gm)?.map((frame) => frame.trim()) ?? [],
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
};
