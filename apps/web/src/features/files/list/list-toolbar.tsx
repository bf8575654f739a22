import LayoutGrid from 'lucide-react/icons/layout-grid';
import List from 'lucide-react/icons/list';
import type { ReactNode } from 'react';
import { IconButton } from '#components/icon-button.tsx';
import type { ListLayout } from './list-layout.ts';
import './list-toolbar.css';

type ListToolbarProps = {
  readonly layout: ListLayout;
  readonly onLayout: (layout: ListLayout) => void;
  readonly children: ReactNode;
};

/** What is above a list, and stays in view: the selection, and how the list is shown. */
export const ListToolbar = ({ layout, onLayout, children }: ListToolbarProps) => {
  const isGrid = layout === 'grid';
  return (
    <div className="list-toolbar" role="toolbar" aria-label="List">
      {children}
      <IconButton
        className="list-toolbar__layout"
        label={isGrid ? 'Show as list' : 'Show as grid'}
        icon={isGrid ? List : LayoutGrid}
        onClick={() => onLayout(isGrid ? 'list' : 'grid')}
      />
    </div>
  );
};
