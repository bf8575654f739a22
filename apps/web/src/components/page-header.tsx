import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';
import './page-header.css';

type PageHeaderProps = { title: string; children?: ReactNode };

/** The heading of a page, which is also the document's title, with the page's main action beside it. */
export const PageHeader = ({ title, children }: PageHeaderProps) => (
  <header className="page-header">
    <PageTitle>{title}</PageTitle>
    <h1 className="page-header__title">{title}</h1>
    {children}
  </header>
);
