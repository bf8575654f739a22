/** Media types that run no script when a browser shows them; all others are only ever downloaded. */
export const inlineMediaTypes = [
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/webm',
  'text/plain',
] as const;

/** Tells whether a browser may show this media type instead of saving it. */
export const isInlineMediaType = (mediaType: string): boolean =>
  inlineMediaTypes.some((inline) => inline === mediaType);
