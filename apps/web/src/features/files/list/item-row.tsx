import type { Item } from '@share-my-files/contract';
import { FileIcon } from '#components/file-icon.tsx';
import { Menu, type MenuAction } from '#components/menu.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatDate, formatDateTime } from '#lib/format-date.ts';

export type ItemRowProps = {
  readonly item: Item;
  readonly instant: string;
  readonly showOwner: boolean;
  readonly actions: readonly MenuAction[];
  readonly onOpen: ((item: Item) => void) | undefined;
};

export const ItemRow = ({ item, instant, showOwner, actions, onOpen }: ItemRowProps) => (
  <tr className="item-list__row">
    <th className="item-list__name" scope="row">
      <FileIcon mediaType={item.mediaType} />
      {onOpen ? (
        <button type="button" className="item-list__open" onClick={() => onOpen(item)}>
          {item.name}
        </button>
      ) : (
        <span className="item-list__open">{item.name}</span>
      )}
    </th>
    {showOwner && <td className="item-list__owner">{item.ownerName}</td>}
    <td className="item-list__size">{formatBytes(item.sizeBytes)}</td>
    <td className="item-list__date">
      <time dateTime={instant} title={formatDateTime(instant)}>
        {formatDate(instant)}
      </time>
    </td>
    <td className="item-list__actions">
      <Menu label={`Actions for ${item.name}`} actions={actions} />
    </td>
  </tr>
);
