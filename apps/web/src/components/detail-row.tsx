import type { ReactNode } from 'react';
import { Breakable } from './breakable.tsx';
import './detail-row.css';

type DetailRowProps = {
  /** Decorative; hidden on phones. */
  icon: ReactNode;
  title: string;
  details: string;
  /** Id for `aria-describedby`, so that a control names the row it belongs to. */
  textId?: string;
  /** The controls at the end of the row. */
  children: ReactNode;
};

/** A row of a short list in a dialog. */
export const DetailRow = ({ icon, title, details, textId, children }: DetailRowProps) => (
  <div className="detail-row">
    <div className="detail-row__icon">{icon}</div>
    <div className="detail-row__text" id={textId}>
      <p className="detail-row__title">
        <Breakable text={title} />
      </p>
      <p className="detail-row__details">
        <Breakable text={details} />
      </p>
    </div>
    <div className="detail-row__controls">{children}</div>
  </div>
);
