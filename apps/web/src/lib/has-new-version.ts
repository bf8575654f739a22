const findEntryScript = (page: ParentNode): string | undefined =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined;

/**
 * Whether the server has another build than the one that this tab runs. Vite puts the hash of the content into the name
 * of the entry script. Throws without a connection.
 */
export const hasNewVersion = async (): Promise<boolean> => {
  const response = await fetch('/', { cache: 'no-cache' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const deployed = response.ok ? findEntryScript(page) : undefined;
  return deployed !== undefined && deployed !== findEntryScript(document);
};
