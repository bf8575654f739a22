import { Skeleton } from '#components/skeleton.tsx';
import './item-list.css';

const rows = ['first', 'second', 'third', 'fourth', 'fifth'];

export const ItemListSkeleton = () => (
  <div className="item-list__region" role="status" aria-label="Loading files">
    <div className="item-list-skeleton">
      {rows.map((row) => (
        <div key={row} className="item-list-skeleton__row">
          <Skeleton className="item-list-skeleton__icon" />
          <Skeleton className="item-list-skeleton__name" />
          <Skeleton className="item-list-skeleton__meta" />
        </div>
      ))}
    </div>
  </div>
);
