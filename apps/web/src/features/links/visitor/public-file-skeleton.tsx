import { Skeleton } from '#components/skeleton.tsx';
import './public-file.css';
import './public-file-skeleton.css';

/** The same size as the loaded file, so that nothing moves. */
export const PublicFileSkeleton = () => (
  <div className="public-file" role="status" aria-label="Opening the link">
    <Skeleton className="file-icon" />
    <div className="public-file__text">
      <Skeleton className="public-file__skeleton-name" />
      <Skeleton className="public-file__skeleton-details" />
      <Skeleton className="public-file__skeleton-details" />
    </div>
    <Skeleton className="public-file__skeleton-button" />
    <Skeleton className="public-file__skeleton-hint" />
  </div>
);
