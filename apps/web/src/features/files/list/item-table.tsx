import type { Item, ItemView } from '@share-my-files/contract';
import type { MenuAction } from '#components/menu.tsx';
import { ItemRow } from './item-row.tsx';
import './item-list.css';

type ItemTableProps = {
  readonly view: ItemView;
  readonly items: readonly Item[];
  readonly actions: (item: Item) => readonly MenuAction[];
  readonly onOpen: ((item: Item) => void) | undefined;
};

const captions: Record<ItemView, { caption: string; date: string }> = {
  mine: { caption: 'My files', date: 'Changed' },
  shared: { caption: 'Files shared with me', date: 'Changed' },
  trash: { caption: 'Files in the trash', date: 'Moved to trash' },
};

export const ItemTable = ({ view, items, actions, onOpen }: ItemTableProps) => {
  const { caption, date } = captions[view];
  return (
    <table className="item-list">
      <caption className="item-list__hidden">{caption}</caption>
      <thead className="item-list__head">
        <tr>
          <th scope="col">Name</th>
          {view === 'shared' && (
            <th scope="col" className="item-list__owner">
              Owner
            </th>
          )}
          <th scope="col" className="item-list__size">
            Size
          </th>
          <th scope="col" className="item-list__date">
            {date}
          </th>
          <th scope="col" className="item-list__actions">
            <span className="item-list__hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            instant={item.trashedAt ?? item.updatedAt}
            showOwner={view === 'shared'}
            actions={actions(item)}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
};
