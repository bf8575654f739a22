import { type ReactNode, useId } from 'react';
import './setting-group.css';

type SettingGroupProps = { title: string; text: string; children: ReactNode };

/** One subject within a section of the account page. */
export const SettingGroup = ({ title, text, children }: SettingGroupProps) => {
  const titleId = useId();
  return (
    <section className="setting-group" aria-labelledby={titleId}>
      <h3 className="setting-group__title" id={titleId}>
        {title}
      </h3>
      <p className="setting-group__text">{text}</p>
      {children}
    </section>
  );
};
