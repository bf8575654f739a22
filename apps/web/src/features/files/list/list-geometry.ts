/** Where the rows of a list are, in CSS pixels. */
export type ListGeometry = {
  /** Of the first row, from the top of the document. */
  readonly start: number;
  /** Of a line of rows: all are equally high. */
  readonly lineHeight: number;
  /** How many rows are beside one another. */
  readonly columns: number;
};

// Only without a row to measure.
const usualLineHeight = 65;

/** Returns how many rows are beside one another: in a grid, as many as fit. */
export const countColumns = (list: HTMLElement | null): number => {
  const body = list?.querySelector('tbody');
  if (!body) return 1;
  const { display, gridTemplateColumns } = getComputedStyle(body);
  return display === 'grid' ? gridTemplateColumns.split(' ').length : 1;
};

const heightOf = (row: HTMLElement): number => {
  const { marginTop, marginBottom } = getComputedStyle(row);
  return row.getBoundingClientRect().height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
};

export const measureList = (list: HTMLElement | null): ListGeometry => {
  const top = list?.querySelector('tbody')?.getBoundingClientRect().top ?? 0;
  const row = list?.querySelector<HTMLElement>('tr[data-index]');
  return {
    start: top + window.scrollY,
    lineHeight: row ? heightOf(row) : usualLineHeight,
    columns: countColumns(list),
  };
};
