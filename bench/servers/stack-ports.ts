/** Different from the ports of `pnpm dev` and of the stories, so that all can run. */
export const stackPorts = {
  webPort: 25173,
  apiPort: 23000,
  cognitoPort: 29229,
  cognitoTlsPort: 29443,
  s3Port: 29000,
};
