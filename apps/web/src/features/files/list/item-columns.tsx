import { type Item, type ItemView, matchName } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import { FileIcon } from '#components/file-icon.tsx';
import { FileName } from '#components/file-name.tsx';
import { Menu, type MenuAction } from '#components/menu.tsx';
import { RelativeTime } from '#components/relative-time.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { RowCheckbox } from '../selection/row-checkbox.tsx';
import type { ItemSelection } from '../selection/use-selection.ts';

/** What the cells of a row are made of. */
export type ItemRowData = {
  readonly item: Item;
  readonly actions: readonly MenuAction[];
  readonly onOpen: ((item: Item) => void) | undefined;
  /** Without it, rows cannot be selected. */
  readonly selection?: ItemSelection | undefined;
  /** Of its controls; the Tab key stops only in the row that last had the focus. */
  readonly tabIndex?: number | undefined;
  /** What the names are searched for, whose matches are marked. */
  readonly search?: string | undefined;
};

type ItemColumn = {
  /** Names the CSS class that sizes the column, and places its cell on the card that a row is on a phone. */
  readonly id: 'name' | 'owner' | 'size' | 'date' | 'actions';
  readonly heading: (view: ItemView) => ReactNode;
  readonly cell: (row: ItemRowData) => ReactNode;
  /** Without this, the column is in every list. */
  readonly views?: readonly ItemView[];
};

const nameCell = ({ item, onOpen, selection, tabIndex, search }: ItemRowData) => (
  <div className="item-list__title">
    <span className="item-list__icon">
      <FileIcon mediaType={item.mediaType} />
      {selection && <RowCheckbox item={item} selection={selection} tabIndex={tabIndex} />}
    </span>
    {onOpen ? (
      <button
        type="button"
        className="item-list__open"
        aria-label={item.name}
        tabIndex={tabIndex}
        onClick={() => onOpen(item)}
      >
        <FileName name={item.name} marked={search ? matchName(item.name, search) : undefined} />
      </button>
    ) : (
      <span className="item-list__open">
        <FileName name={item.name} marked={search ? matchName(item.name, search) : undefined} />
      </span>
    )}
  </div>
);

const dateCell = ({ item: { trashedAt, updatedAt } }: ItemRowData) => (
  <RelativeTime instant={trashedAt ?? updatedAt} />
);

/** The columns of the lists, from the start of a row to its end. */
const columns: readonly ItemColumn[] = [
  { id: 'name', heading: () => 'Name', cell: nameCell },
  { id: 'owner', heading: () => 'Owner', cell: ({ item }) => item.ownerName, views: ['shared'] },
  {
    id: 'size',
    heading: () => 'Size',
    cell: ({ item }) => (item.kind === 'folder' ? '–' : formatBytes(item.sizeBytes)),
  },
  { id: 'date', heading: (view) => (view === 'trash' ? 'Moved to trash' : 'Changed'), cell: dateCell },
  {
    id: 'actions',
    heading: () => <span className="item-list__hidden">Actions</span>,
    cell: ({ item, actions, tabIndex }) => (
      <Menu label={`Actions for ${item.name}`} actions={actions} tabIndex={tabIndex} />
    ),
  },
];

export const columnsOf = (view: ItemView): readonly ItemColumn[] =>
  columns.filter(({ views }) => views?.includes(view) ?? true);
