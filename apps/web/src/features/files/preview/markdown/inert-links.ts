const isExternal = (href: string): boolean => /^(https?:|mailto:)/i.test(href);

/** Lets links open only other sites, in a tab of their own; a path of the file would be one of this app. */
export const makeLinksInert = (nodes: DocumentFragment): DocumentFragment => {
  for (const link of nodes.querySelectorAll('a')) {
    if (isExternal(link.getAttribute('href') ?? '')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer nofollow';
    } else link.removeAttribute('href');
  }
  return nodes;
};
