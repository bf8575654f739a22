/** Runs an entry file; what stops it is told in one line, without a stack, and in the exit code. */
export const runProgram = (main: () => Promise<void>): void => {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
};
