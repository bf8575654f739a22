import { Fragment } from 'react';
import { Dialog } from '#components/dialog.tsx';
import './shortcuts-dialog.css';

const shortcuts: readonly (readonly [keys: readonly string[], effect: string])[] = [
  [['/'], 'Search'],
  [['Ctrl', 'K'], 'Search, also while typing'],
  [['?'], 'Show these shortcuts'],
  [['↑', '↓'], 'Previous or next file'],
  [['Home', 'End'], 'First or last file'],
  [['Enter'], 'Open the file'],
  [['Space'], 'Quick look'],
  [['Shift', '↑', '↓'], 'Extend the selection'],
  [['Ctrl', 'Space'], 'Select or deselect the file'],
  [['Ctrl', 'A'], 'Select all listed files'],
  [['Esc'], 'Clear the selection'],
  [['F2'], 'Rename the file'],
  [['Delete'], 'Move to the trash'],
];

/** The sheet of keyboard shortcuts. */
export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keyboard shortcuts" onClose={onClose}>
    <dl className="shortcuts">
      {shortcuts.map(([keys, effect]) => (
        <Fragment key={effect}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{effect}</dd>
        </Fragment>
      ))}
    </dl>
    <p className="shortcuts__note">On a Mac, use ⌘ instead of Ctrl.</p>
  </Dialog>
);
