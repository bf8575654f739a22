import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '#components/icon-button.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useUploadCounts, useUploadIds, useUploadQueue } from '../queue/upload-context.ts';
import { summarizeUploads } from './summarize-uploads.ts';
import './uploads-panel.css';

// Loaded with the first upload; the other pages need no virtual rows.
const UploadRows = lazy(async () => ({ default: (await import('./upload-rows.tsx')).UploadRows }));

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
  const ids = useUploadIds();
  const counts = useUploadCounts();
  const { dismiss } = useUploadQueue();
  const [isFolded, setIsFolded] = useState(false);
  const heading = useFocusWhenLost<HTMLHeadingElement>(ids.length);
  if (ids.length === 0) return null;

  return (
    <section className="uploads-panel" aria-label="Uploads" ref={publishHeight}>
      <header className="uploads-panel__header">
        <h2 className="uploads-panel__title" ref={heading} tabIndex={-1}>
          <span role="status">{summarizeUploads(counts)}</span>
        </h2>
        <IconButton
          label={isFolded ? 'Show uploads' : 'Hide uploads'}
          icon={isFolded ? ChevronUp : ChevronDown}
          aria-expanded={!isFolded}
          onClick={() => setIsFolded(!isFolded)}
        />
        {counts.running === 0 && <IconButton label="Dismiss all" icon={X} onClick={() => dismiss(ids)} />}
      </header>
      <Suspense>{!isFolded && <UploadRows ids={ids} />}</Suspense>
    </section>
  );
};
