/** Receives the errors that are a server's own fault, not its client's. */
export type ReportError = (error: unknown) => void;

/** The stack trace of an error; for any other value, its text. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Reports as a warning of the process: the default of a server that a program starts. */
export const reportAsWarning: ReportError = (error) =>
  process.emitWarning(error instanceof Error ? error : String(error));

/** Reports to standard error: the choice of a server that runs as a command. */
export const reportToStderr: ReportError = (error) => {
  process.stderr.write(`${stackOf(error)}\n`);
};
