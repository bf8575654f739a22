import type { ItemView } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import { columnsOf } from './item-columns.tsx';
import type { ListLayout } from './list-layout.ts';
import './item-list.css';

type ItemTableProps = {
  readonly view: ItemView;
  readonly layout?: ListLayout;
  /** -1 if the list has more pages. */
  readonly rowCount?: number;
  readonly isSelectable?: boolean;
  readonly children: ReactNode;
};

const names: Record<ItemView, string> = {
  mine: 'My files',
  shared: 'Files shared with me',
  trash: 'Files in the trash',
};

export const ItemTable = ({ view, layout = 'list', rowCount, isSelectable, children }: ItemTableProps) => (
  <table
    className={`item-list item-list--${layout}`}
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys move between its rows and select them.
    role="grid"
    aria-label={names[view]}
    aria-rowcount={rowCount}
    aria-multiselectable={isSelectable}
  >
    <thead className="item-list__head">
      <tr aria-rowindex={1}>
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
