import type { ReactNode } from 'react';
import './detail-row.css';

type DetailRowProps = {
  /** Decoration, for which a phone has no room. */
  icon: ReactNode;
  title: string;
  details: string;
  /** Lets a control of the row say by `aria-describedby` which row it is about. */
  textId?: string;
  /** The controls at the end of the row. */
  children: ReactNode;
};

/** One line of a short list in a dialog. */
export const DetailRow = ({ icon, title, details, textId, children }: DetailRowProps) => (
  <div className="detail-row">
    <div className="detail-row__icon">{icon}</div>
    <div className="detail-row__text" id={textId}>
      <p className="detail-row__title">{title}</p>
      <p className="detail-row__details">{details}</p>
    </div>
    <div className="detail-row__controls">{children}</div>
  </div>
);
