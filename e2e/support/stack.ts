/** The ports and files of the stack under test. */
export type Stack = {
  directory: string;
  poolConfig: string;
  webPort: number;
  apiPort: number;
  cognitoPort: number;
  cognitoTlsPort: number;
  s3Port: number;
};

export const stackFromEnvironment = (): Stack | undefined =>
  process.env.SHARE_MY_FILES_STACK === undefined
    ? undefined
    : (JSON.parse(process.env.SHARE_MY_FILES_STACK) as Stack);

/** Returns the stack that playwright.config.ts started. */
export const stack = (): Stack => {
  const running = stackFromEnvironment();
  if (running === undefined) throw new Error('The stack is started by playwright.config.ts.');
  return running;
};
