import type { ItemView } from '@share-my-files/contract';
import { columnsOf, type ItemRowData } from './item-columns.tsx';

type ItemRowProps = ItemRowData & { readonly view: ItemView };

export const ItemRow = ({ view, ...row }: ItemRowProps) => (
  <tr className="item-list__row">
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
