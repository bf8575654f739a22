import { type ReactNode, useId } from 'react';
import './account-section.css';

type AccountSectionProps = { title: string; text: string; children: ReactNode };

export const AccountSection = ({ title, text, children }: AccountSectionProps) => {
  const titleId = useId();
  return (
    <section className="account-section" aria-labelledby={titleId}>
      <div>
        <h2 className="account-section__title" id={titleId}>
          {title}
        </h2>
        <p className="account-section__text">{text}</p>
      </div>
      <div>{children}</div>
    </section>
  );
};
