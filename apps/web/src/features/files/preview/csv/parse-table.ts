import papa from 'papaparse';

const maximumRows = 1_000;
const maximumColumns = 50;
const maximumCellLength = 500;

export type Table = {
  readonly rows: readonly (readonly string[])[];
  readonly hasMoreRows: boolean;
  readonly hasMoreColumns: boolean;
};

const shorten = (cell: string): string =>
  cell.length > maximumCellLength ? `${cell.slice(0, maximumCellLength)}…` : cell;

/** Parses comma-, semicolon- or tab-separated text up to a size that a browser shows at once. */
export const parseTable = (text: string): Table => {
  const { data } = papa.parse<string[]>(text, { preview: maximumRows + 2, skipEmptyLines: true });
  const shown = data.slice(0, maximumRows + 1);
  return {
    rows: shown.map((row) => row.slice(0, maximumColumns).map(shorten)),
    hasMoreRows: data.length > shown.length,
    hasMoreColumns: shown.some((row) => row.length > maximumColumns),
  };
};
