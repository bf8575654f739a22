import purify from 'dompurify';
import { UnreadableFileError } from './unreadable-file-error.ts';

type Allowed = { readonly elements: readonly string[]; readonly attributes: readonly string[] };

// Twice as many as the first 256 KiB of a minified script have; the page waits while they are read.
const maximumTags = 200_000;

/** Returns HTML as nodes, with only the allowed elements and attributes. */
export const sanitize = (html: string, { elements, attributes }: Allowed): DocumentFragment => {
  if (html.split('<').length > maximumTags)
    throw new UnreadableFileError({ title: 'This file has too many parts to show' });
  return purify.sanitize(html, {
    ALLOWED_TAGS: [...elements],
    ALLOWED_ATTR: [...attributes],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
};
