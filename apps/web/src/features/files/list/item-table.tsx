import type { ItemView } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import { columnsOf } from './item-columns.tsx';
import './item-list.css';

type ItemTableProps = { readonly view: ItemView; readonly children: ReactNode };

const captions: Record<ItemView, string> = {
  mine: 'My files',
  shared: 'Files shared with me',
  trash: 'Files in the trash',
};

export const ItemTable = ({ view, children }: ItemTableProps) => (
  <table className="item-list">
    <caption className="item-list__hidden">{captions[view]}</caption>
    <thead className="item-list__head">
      <tr>
        {columnsOf(view).map(({ id, heading }) => (
          <th key={id} scope="col" className={`item-list__${id}`}>
            {heading(view)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
