import { useSyncExternalStore } from 'react';
import { createObservable } from '#lib/observable.ts';

/** How a list shows its files: as rows of a table, or as cards side by side. */
export type ListLayout = 'list' | 'grid';

const key = 'list-layout';

// Not part of the first load.
const loadStyles = () => import('./item-grid.css');

const remembered = createObservable<ListLayout>('list');

const showGrid = async (): Promise<void> => {
  await loadStyles();
  remembered.set('grid');
};

if (globalThis.localStorage?.getItem(key) === 'grid') void showGrid();

/** Returns the layout that this browser last used, and a function that changes it. */
export const useListLayout = () => {
  const layout = useSyncExternalStore(remembered.subscribe, remembered.get);
  const setLayout = (chosen: ListLayout) => {
    localStorage.setItem(key, chosen);
    if (chosen === 'grid') void showGrid();
    else remembered.set('list');
  };
  return [layout, setLayout] as const;
};
