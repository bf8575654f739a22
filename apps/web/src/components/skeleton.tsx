import './skeleton.css';

/** Keeps the place of what is still loading; size it with a class. */
export const Skeleton = ({ className = '' }: { className?: string }) => (
  <span className={`skeleton ${className}`} aria-hidden="true" />
);
