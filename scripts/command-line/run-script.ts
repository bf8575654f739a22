/** The first sentence of an error of `parseArgs`; the next ones explain its own API. */
const explainMisuse = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
    ? error.message.split('. ')[0]
    : undefined;

/**
 * Runs `main` with the command-line arguments. Prints the usage for `--help` and for unknown arguments, and only the
 * message of any other error.
 */
export const runScript = async (
  usage: string,
  main: (args: string[]) => Promise<void> | void,
): Promise<void> => {
  // pnpm passes on the "--" that npm would have needed.
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  try {
    await main(args);
  } catch (error) {
    const misuse = explainMisuse(error);
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(misuse === undefined ? `\n${message}\n` : `\n${misuse}.\n\n${usage}`);
    process.exitCode = 1;
  }
};
