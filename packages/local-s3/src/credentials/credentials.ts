/** A key pair that may sign. */
export type Credentials = { accessKeyId: string; secretAccessKey: string };
