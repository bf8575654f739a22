import './skeleton.css';

/** A placeholder for loading content; size it with a class. */
export const Skeleton = ({ className = '' }: { className?: string }) => (
  <span className={`skeleton ${className}`} aria-hidden="true" />
);
