import type { ReactNode } from 'react';
import './detail-row.css';

type DetailRowProps = {
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
    {icon}
    <div className="detail-row__text" id={textId}>
      <p className="detail-row__title">{title}</p>
      <p className="detail-row__details">{details}</p>
    </div>
    <div className="detail-row__controls">{children}</div>
  </div>
);
