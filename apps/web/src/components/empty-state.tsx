import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  text: string;
  /** The button or link that gets the person out of emptiness. */
  children?: ReactNode;
};

export const EmptyState = ({ icon: Icon, title, text, children }: EmptyStateProps) => (
  <div className="empty-state">
    <span className="empty-state__icon">
      <Icon size={28} aria-hidden="true" />
    </span>
    <h2 className="empty-state__title">{title}</h2>
    <p className="empty-state__text">{text}</p>
    {children && <div className="empty-state__action">{children}</div>}
  </div>
);
