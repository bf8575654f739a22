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

/** An address with no room on one line breaks before its @ rather than anywhere. */
const Breakable = ({ text }: { text: string }) => {
  const [start, ...rest] = text.split(/(?=@)/);
  return (
    <>
      {start}
      <wbr />
      {rest.join('')}
    </>
  );
};

/** One line of a short list in a dialog. */
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
