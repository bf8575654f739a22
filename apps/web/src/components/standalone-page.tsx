import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { PageTitle } from './page-title.tsx';
import './standalone-page.css';

/** A page outside the layouts, with a single message. */
export const StandalonePage = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="standalone-page">
    <PageTitle>{title}</PageTitle>
    <header>
      <Brand />
    </header>
    <main className="standalone-page__card">{children}</main>
  </div>
);
