import { useEffect, useRef, useState } from 'react';
import { type DrawnPage, drawPage } from './draw-page.ts';
import type { OpenedPdf } from './open-pdf.ts';

type PdfPageProps = { readonly opened: OpenedPdf; readonly number: number; readonly width: number };

type PageState = DrawnPage | 'loading' | 'failed';

const useDrawnPage = ({ opened: { pdf, failure }, number, width }: PdfPageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState<PageState>('loading');

  useEffect(() => {
    if (canvas.current === null) return;
    const abort = new AbortController();
    const drawing = drawPage(pdf, { number, width, canvas: canvas.current }, abort.signal);
    Promise.race([drawing, failure]).then(setPage, () => !abort.signal.aborted && setPage('failed'));
    return () => abort.abort();
  }, [pdf, failure, number, width]);

  return { canvas, page };
};

/** One page, drawn as a picture, with its text for screen readers. */
export const PdfPage = (props: PdfPageProps) => {
  const { canvas, page } = useDrawnPage(props);
  const { number, opened } = props;
  return (
    <section aria-label={`Page ${number} of ${opened.pdf.numPages}`} aria-busy={page === 'loading'}>
      {/* A canvas that is drawn twice at once is not: a new size gets a new one. */}
      <canvas
        key={props.width}
        ref={canvas}
        className="preview__page"
        style={{ aspectRatio: 1 / (typeof page === 'object' ? page.ratio : opened.ratio) }}
      />
      {page === 'failed' && <p className="preview__note">This page could not be shown.</p>}
      {typeof page === 'object' && <p className="preview__announcement">{page.text}</p>}
    </section>
  );
};
