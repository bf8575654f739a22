import purify from 'dompurify';

type Allowed = { readonly elements: readonly string[]; readonly attributes: readonly string[] };

/** Returns HTML as nodes, with only the allowed elements and attributes. */
export const sanitize = (html: string, { elements, attributes }: Allowed): DocumentFragment =>
  purify.sanitize(html, {
    ALLOWED_TAGS: [...elements],
    ALLOWED_ATTR: [...attributes],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
