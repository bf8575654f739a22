import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { ScrollRegion } from '#components/scroll-region.tsx';
import type { OpenedPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

const maximumPages = 1_000;
const maximumWidth = 900;
const gap = 16;

/** Closes the document with the preview, and not when React runs effects twice in development. */
const useClose = ({ close }: OpenedPdf) => {
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(closing.current);
    return () => {
      closing.current = setTimeout(close);
    };
  }, [close]);
};

const usePageWidth = () => {
  const region = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (region.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.min(Math.floor(entry.contentRect.width), maximumWidth));
    });
    observer.observe(region.current);
    return () => observer.disconnect();
  }, []);
  return { region, width };
};

/** The pages below each other; draws those in view. */
export const PdfPages = ({ opened }: { readonly opened: OpenedPdf }) => {
  const { pdf, ratio } = opened;
  const { region, width } = usePageWidth();
  useClose(opened);
  const pages = useVirtualizer({
    count: width === 0 ? 0 : Math.min(pdf.numPages, maximumPages),
    getScrollElement: () => region.current,
    estimateSize: () => width * ratio + gap,
    overscan: 1,
  });

  return (
    <>
      <ScrollRegion ref={region} label="Pages" className="preview__text preview__pages">
        <div style={{ height: pages.getTotalSize(), width, marginInline: 'auto', position: 'relative' }}>
          {pages.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              ref={pages.measureElement}
              className="preview__page-slot"
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
            >
              <PdfPage opened={opened} number={index + 1} width={width} />
            </div>
          ))}
        </div>
      </ScrollRegion>
      {pdf.numPages > maximumPages && (
        <p className="preview__note">Showing the first 1,000 pages. Download the file to read the rest.</p>
      )}
    </>
  );
};
