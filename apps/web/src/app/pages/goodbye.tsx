import DoorOpen from 'lucide-react/icons/door-open';
import { Link } from 'react-router';
import { EmptyState } from '#components/empty-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';
import { paths } from '#config/paths.ts';

const title = 'Your account is deleted';

/** Follows the deletion of the account, in every tab and on every device of the user. */
export const GoodbyePage = () => (
  <StandalonePage title={title}>
    <EmptyState
      heading="h1"
      icon={DoorOpen}
      title={title}
      text="You are signed out everywhere, and nobody can open your files. They are erased within minutes. Goodbye."
    >
      <Link to={paths.signIn}>Go to the sign-in page</Link>
    </EmptyState>
  </StandalonePage>
);
