import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '#components/empty-state.tsx';
import { PageTitle } from '#components/page-title.tsx';
import { paths } from '#config/paths.ts';

export const NotFound = () => (
  <main>
    <PageTitle>Page not found</PageTitle>
    <EmptyState icon={Compass} title="Page not found" text="The address may be mistyped or out of date.">
      <Link to={paths.files}>Go to my files</Link>
    </EmptyState>
  </main>
);
