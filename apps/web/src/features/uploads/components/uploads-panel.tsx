import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { IconButton } from '#components/icon-button.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useUploadEntries, useUploadQueue } from '../queue/upload-context.ts';
import { isRunning, type UploadEntry } from '../queue/upload-state.ts';
import { UploadRow } from './upload-row.tsx';
import './uploads-panel.css';

const needsAttention = ({ phase }: UploadEntry): boolean => phase === 'failed' || phase === 'name-refused';

const summarise = (entries: readonly UploadEntry[]): string => {
  const running = entries.filter(isRunning).length;
  const stopped = entries.filter(needsAttention).length;
  if (running > 0) return running === 1 ? 'Uploading 1 file' : `Uploading ${running} files`;
  if (stopped > 0)
    return stopped === 1 ? '1 file needs your attention' : `${stopped} files need your attention`;
  return 'Uploads finished';
};

// Uploads that need the user must not be out of sight.
const byNeed = (left: UploadEntry, right: UploadEntry): number =>
  Number(needsAttention(right)) - Number(needsAttention(left));

/** Publishes how much of the page's end the panel covers, as the tab bar does with `--tab-bar-height`. */
const publishHeight = (panel: HTMLElement) => {
  const { style } = document.documentElement;
  const publish = () => style.setProperty('--uploads-panel-height', `${panel.offsetHeight}px`);
  const observer = new ResizeObserver(publish);
  observer.observe(panel);
  return () => {
    observer.disconnect();
    style.removeProperty('--uploads-panel-height');
  };
};

/** The uploads, on top of every page. */
export const UploadsPanel = () => {
  const entries = useUploadEntries();
  const { dismiss } = useUploadQueue();
  const [isFolded, setIsFolded] = useState(false);
  const heading = useFocusWhenLost<HTMLHeadingElement>(entries.length);
  if (entries.length === 0) return null;

  const dismissAll = () => {
    for (const { id } of entries) dismiss(id);
  };

  return (
    <section className="uploads-panel" aria-label="Uploads" ref={publishHeight}>
      <header className="uploads-panel__header">
        <h2 className="uploads-panel__title" ref={heading} tabIndex={-1}>
          <span role="status">{summarise(entries)}</span>
        </h2>
        <IconButton
          label={isFolded ? 'Show uploads' : 'Hide uploads'}
          icon={isFolded ? ChevronUp : ChevronDown}
          aria-expanded={!isFolded}
          onClick={() => setIsFolded(!isFolded)}
        />
        {!entries.some(isRunning) && <IconButton label="Dismiss all" icon={X} onClick={dismissAll} />}
      </header>
      <ul className="uploads-panel__list" hidden={isFolded}>
        {entries.toSorted(byNeed).map((entry) => (
          <UploadRow key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
};
