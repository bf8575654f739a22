import type { Item } from '@share-my-files/contract';
import type { ItemSelection } from './use-selection.ts';
import './row-checkbox.css';

type RowCheckboxProps = {
  readonly item: Item;
  readonly selection: ItemSelection;
  readonly tabIndex: number | undefined;
};

/** Selects a row; with the shift key, the rows up to it. */
export const RowCheckbox = ({ item, selection, tabIndex }: RowCheckboxProps) => (
  <input
    type="checkbox"
    className="item-list__check"
    aria-label={`Select ${item.name}`}
    tabIndex={tabIndex}
    checked={selection.has(item.id)}
    onChange={({ nativeEvent }) => {
      if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) selection.extendTo(item.id);
      else selection.toggle(item.id);
    }}
  />
);
