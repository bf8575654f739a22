/** A key pair that signs requests. */
export type Credentials = { accessKeyId: string; secretAccessKey: string };
