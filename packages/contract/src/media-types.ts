/**
 * Tells whether a browser may show a media type instead of saving it: images, audio and video without a list, because their
 * decoders run no script and only decoding shows what a browser can play, and plain text. XML, such as SVG, runs script.
 */
export const isInlineMediaType = (mediaType: string): boolean =>
  mediaType === 'text/plain' || (/^(image|audio|video)\//.test(mediaType) && !mediaType.endsWith('+xml'));
