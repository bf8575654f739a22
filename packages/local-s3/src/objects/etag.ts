/** An entity tag as HTTP wants it. */
export const quoteEtag = (etag: string) => `"${etag}"`;

/** The bare tag of a header or of an XML element. */
export const unquoteEtag = (tag: string) => tag.trim().replace(/^(?:W\/)?"(.*)"$/s, '$1');

/** Whether a header such as If-Match names the tag. */
export const etagListed = (list: string, etag: string) =>
  list.split(',').some((tag) => tag.trim() === '*' || unquoteEtag(tag) === etag);
