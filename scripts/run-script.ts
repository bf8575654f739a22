/** Node's parseArgs has refused an option. Its first sentence says which; the next one speaks of its own API. */
const explainOption = (error: Error): string | undefined =>
  'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
    ? error.message.split('. ')[0]
    : undefined;

/**
 * Runs a script with what stands behind its name. `--help` prints the usage; an option that is not in it, too,
 * and any error ends in its message.
 */
export const runScript = async (
  usage: string,
  main: (arguments_: string[]) => Promise<void> | void,
): Promise<void> => {
  // pnpm hands on the "--" that npm would have needed.
  const arguments_ = process.argv.slice(2).filter((argument) => argument !== '--');
  if (arguments_.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  try {
    await main(arguments_);
  } catch (error) {
    const misuse = error instanceof Error ? explainOption(error) : undefined;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(misuse === undefined ? `\n${message}\n` : `\n${misuse}.\n\n${usage}`);
    process.exitCode = 1;
  }
};
