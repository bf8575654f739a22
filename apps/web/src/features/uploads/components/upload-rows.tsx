import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { useUploadQueue } from '../queue/upload-context.ts';
import { UploadRow } from './upload-row.tsx';

// Only until a row is measured.
const estimatedHeight = 74;
const rowsBeyondEdges = 5;

/** Renders the rows in view and those that the Tab key reaches next, of a list that may hold many thousands. */
export const UploadRows = ({ ids }: { readonly ids: readonly string[] }) => {
  const { uploads } = useUploadQueue();
  const list = useRef<HTMLDivElement>(null);

  // A row that left the list would take the focus with it.
  const keepFocused = (range: Range): number[] => {
    const rows = defaultRangeExtractor(range);
    const focused = list.current?.querySelector<HTMLElement>('li:focus-within')?.dataset.index;
    const index = Number(focused);
    return focused === undefined || rows.includes(index) || index >= range.count ? rows : [...rows, index];
  };

  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current,
    estimateSize: () => estimatedHeight,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: rowsBeyondEdges,
    rangeExtractor: keepFocused,
  });

  return (
    <div className="uploads-panel__list" ref={list}>
      <ul className="uploads-panel__rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const upload = uploads.follow(String(key));
          return (
            <li
              key={key}
              ref={rows.measureElement}
              className="uploads-panel__row"
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
            >
              {upload && <UploadRow upload={upload} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
