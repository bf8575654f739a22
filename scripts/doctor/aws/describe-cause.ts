/** The name and the first line of an error of AWS. */
export const describeCause = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message.split('\n')[0]}` : String(cause);
