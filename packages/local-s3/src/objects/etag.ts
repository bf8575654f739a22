/** Quotes an entity tag for HTTP. */
export const quoteEtag = (etag: string) => `"${etag}"`;

/** Returns the tag in a header or an XML element without quotes. */
export const unquoteEtag = (tag: string) => tag.trim().replace(/^(?:W\/)?"(.*)"$/s, '$1');

/** Whether a header such as If-Match contains the tag or `*`. */
export const isEtagListed = (list: string, etag: string) =>
  list.split(',').some((tag) => tag.trim() === '*' || unquoteEtag(tag) === etag);
