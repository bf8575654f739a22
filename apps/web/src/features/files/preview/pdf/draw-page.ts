import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** More pixels are slow, and iOS shows none of them. */
const maximumPixels = 4096 * 4096;

const maximumTextLength = 20_000;

const textOf = async (page: PDFPageProxy): Promise<string> => {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .slice(0, maximumTextLength);
};

const viewportOf = (page: PDFPageProxy, width: number) => {
  const natural = page.getViewport({ scale: 1 });
  const wanted = (width * devicePixelRatio) / natural.width;
  const possible = Math.sqrt(maximumPixels / (natural.width * natural.height));
  return page.getViewport({ scale: Math.min(wanted, possible) });
};

export type DrawnPage = { readonly text: string; readonly ratio: number };

/** Draws a page as wide as `width`; returns its text, for screen readers, and its shape. */
export const drawPage = async (
  pdf: PDFDocumentProxy,
  { number, width, canvas }: { number: number; width: number; canvas: HTMLCanvasElement },
  signal: AbortSignal,
): Promise<DrawnPage> => {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const viewport = viewportOf(page, width);
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const drawing = page.render({ canvas, viewport });
  const cancel = () => drawing.cancel();
  signal.addEventListener('abort', cancel);
  await drawing.promise;
  signal.removeEventListener('abort', cancel);
  const text = await textOf(page);
  page.cleanup();
  return { text, ratio: canvas.height / canvas.width };
};
