import Compass from 'lucide-react/icons/compass';
import { Link } from 'react-router';
import { EmptyState } from '#components/empty-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';
import { paths } from '#config/paths.ts';

export const NotFound = () => (
  <StandalonePage title="Page not found">
    <EmptyState
      heading="h1"
      icon={Compass}
      title="Page not found"
      text="The address may be mistyped or out of date."
    >
      <Link to={paths.files}>Go to my files</Link>
    </EmptyState>
  </StandalonePage>
);
