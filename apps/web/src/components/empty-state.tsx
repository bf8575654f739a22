import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  text: ReactNode;
  tone?: 'neutral' | 'error';
  /** `h1` when it is the only content of the page. */
  heading?: 'h1' | 'h2';
  /** The button or link to continue with. */
  children?: ReactNode;
};

export const EmptyState = (props: EmptyStateProps) => {
  const { icon: Icon, title, text, tone = 'neutral', heading: Heading = 'h2', children } = props;
  return (
    <div className="empty-state" role={tone === 'error' ? 'alert' : undefined}>
      <span className={`empty-state__icon empty-state__icon--${tone}`}>
        <Icon size={28} aria-hidden="true" />
      </span>
      <Heading className="empty-state__title">{title}</Heading>
      <p className="empty-state__text">{text}</p>
      {children && <div className="empty-state__action">{children}</div>}
    </div>
  );
};
