import type { ItemView } from '@share-my-files/contract';
import type { ComponentProps } from 'react';
import { columnsOf, type ItemRowData } from './item-columns.tsx';

type ItemRowProps = ItemRowData & {
  readonly view: ItemView;
  readonly index: number;
  readonly rowProps?: ComponentProps<'tr'>;
};

export const ItemRow = ({ view, index, rowProps, ...row }: ItemRowProps) => (
  <tr
    className="item-list__row"
    data-item-id={row.item.id}
    data-index={index}
    // The heading is the first row.
    aria-rowindex={index + 2}
    aria-selected={row.selection?.has(row.item.id)}
    {...rowProps}
  >
    {columnsOf(view).map(({ id, cell }) =>
      id === 'name' ? (
        <th key={id} scope="row" className="item-list__name">
          {cell(row)}
        </th>
      ) : (
        <td key={id} className={`item-list__${id}`}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
);
