import type { Item } from '@share-my-files/contract';
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type RefObject, useEffect, useImperativeHandle, useState } from 'react';
import { measureList } from './list-geometry.ts';

const linesBeyondEdges = 8;

/** Scrolls to a row that may not be rendered. */
export type RowScroller = { readonly scrollTo: (index: number) => void };

type VirtualRowsProps = {
  readonly items: readonly Item[];
  readonly list: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<RowScroller | null>;
  readonly renderRow: (item: Item, index: number) => ReactNode;
};

const Space = ({ height }: { readonly height: number }) =>
  height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr className="item-list__space" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );

/** The rows in view, those that the Tab key reaches next, and the one in focus, which would lose it with its row. */
export const VirtualRows = ({ items, list, scroller, renderRow }: VirtualRowsProps) => {
  // Rows were there before these took their place, and still are.
  const [{ start, lineHeight, columns }, setGeometry] = useState(() => measureList(list.current));

  useEffect(() => {
    const measure = () => setGeometry(measureList(list.current));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [list]);

  const keepFocused = (range: Range): number[] => {
    const lines = defaultRangeExtractor(range);
    const focused = list.current?.querySelector<HTMLElement>('tr:focus-within')?.dataset.index;
    const line = Math.floor(Number(focused) / columns);
    if (focused === undefined || lines.includes(line) || line >= range.count) return lines;
    return [...lines, line].sort((a, b) => a - b);
  };

  const lines = useWindowVirtualizer({
    count: Math.ceil(items.length / columns),
    estimateSize: () => lineHeight,
    overscan: linesBeyondEdges,
    scrollMargin: start,
    rangeExtractor: keepFocused,
  });

  useEffect(() => lines.measure(), [lineHeight]);

  useImperativeHandle(scroller, () => ({
    scrollTo: (index) => lines.scrollToIndex(Math.floor(index / columns), { align: 'center' }),
  }));

  let end = start;
  const rendered = lines.getVirtualItems().map((line) => {
    const gap = line.start - end;
    end = line.end;
    return { index: line.index, gap };
  });
  return (
    <>
      {rendered.map(({ index, gap }) => (
        <Fragment key={index}>
          <Space height={gap} />
          {items
            .slice(index * columns, (index + 1) * columns)
            .map((item, column) => renderRow(item, index * columns + column))}
        </Fragment>
      ))}
      <Space height={lines.getTotalSize() + start - end} />
    </>
  );
};
