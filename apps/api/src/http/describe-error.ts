import { isQueryError } from '#db/sql-state.ts';

type ErrorDescription = {
  name: string;
  code?: unknown;
  message?: string;
  frames: string[];
  cause?: ErrorDescription;
};

/** Describes an error for the log, without a failed statement's message, which contains emails and file names. */
export const describeError = (error: unknown): ErrorDescription => {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = 'code' in error ? error.code : undefined;
  return {
    // Not every library sets `name`; the class always has one.
    name: error.name === 'Error' ? error.constructor.name : error.name,
    ...(code !== undefined && { code }),
    ...(!isQueryError(error) && { message: error.message }),
    frames: error.stack?.match(/^ {4}at .+$/gm)?.map((frame) => frame.trim()) ?? [],
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
};
