import type { Item } from '@share-my-files/contract';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { askWorker } from '../ask-worker.ts';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import { type FileText, readText } from '../text/read-text.ts';
import { TruncationNote } from '../text/truncation-note.tsx';
import type { Table } from './parse-table.ts';
import './csv.css';

type LoadedTable = Omit<FileText, 'text'> & { readonly table: Table };

const maximumBytes = 1024 * 1024;

/** The last line is incomplete when the file goes on. */
const dropLastLine = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1) || text;

const loadTable: LoadContent<LoadedTable> = async (file, signal) => {
  const { text, truncatedAt } = await readText(file, signal, maximumBytes);
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  const complete = truncatedAt === undefined ? text : dropLastLine(text);
  return { table: await askWorker<string, Table>(worker, complete, signal), truncatedAt };
};

const Rows = ({ rows: [head = [], ...rows] }: Pick<Table, 'rows'>) => (
  <table className="preview__table">
    <thead>
      <tr>
        {head.map((cell, column) => (
          <th key={column} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, line) => (
        <tr key={line}>
          {row.map((cell, column) => (
            <td key={column}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const CutNote = ({ hasMoreRows, hasMoreColumns }: Table) => {
  const cuts = [hasMoreRows && 'the first 1,000 rows', hasMoreColumns && 'the first 50 columns'].filter(
    Boolean,
  );
  if (cuts.length === 0) return null;
  return <p className="preview__note">Showing {cuts.join(' and ')}. Download the file to read the rest.</p>;
};

export const CsvPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadTable}>
    {({ table, truncatedAt }) => (
      <>
        <ScrollRegion label="Table" className="preview__text">
          <Rows rows={table.rows} />
        </ScrollRegion>
        {table.hasMoreRows || table.hasMoreColumns ? (
          <CutNote {...table} />
        ) : (
          <TruncationNote truncatedAt={truncatedAt} />
        )}
      </>
    )}
  </LoadedContent>
);
