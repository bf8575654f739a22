import type { Item } from '@share-my-files/contract';
import X from 'lucide-react/icons/x';
import { IconButton } from '#components/icon-button.tsx';
import type { MenuAction } from '#components/menu.tsx';
import { countItems } from '#lib/describe-items.ts';
import type { ItemSelection } from './use-selection.ts';

type SelectionBarProps = {
  /** Of all listed files. */
  readonly count: number;
  readonly selection: ItemSelection;
  readonly actions: (items: readonly Item[]) => readonly MenuAction[];
};

/** Selects all listed files, and offers what can be done with the selected ones. */
export const SelectionBar = ({ count, selection, actions }: SelectionBarProps) => {
  const { items, clear } = selection;
  const isAll = items.length === count;
  return (
    <div className="selection-bar">
      <label className="selection-bar__all">
        <input
          type="checkbox"
          aria-label="Select all"
          ref={(box) => {
            if (box) box.indeterminate = items.length > 0 && !isAll;
          }}
          checked={isAll}
          onChange={isAll ? clear : selection.selectAll}
        />
        <span role="status">{items.length > 0 ? `${countItems(items)} selected` : 'Select all'}</span>
      </label>
      {items.length > 0 && (
        <>
          <IconButton label="Clear selection" icon={X} onClick={clear} />
          <div className="selection-bar__actions">
            {actions(items).map(({ label, icon: Icon, tone = 'normal', onSelect }) => (
              <button
                key={label}
                type="button"
                className={`selection-bar__action selection-bar__action--${tone}`}
                aria-label={label}
                onClick={onSelect}
              >
                <Icon size={18} aria-hidden="true" />
                <span className="selection-bar__label">{label}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
};
