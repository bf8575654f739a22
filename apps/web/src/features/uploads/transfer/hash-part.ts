const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Returns the SHA-256 in base64; `crypto.subtle` computes it off the main thread. */
export const hashPart = async (bytes: Blob): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())));
