import Unlink from 'lucide-react/icons/unlink';
import { EmptyState } from '#components/empty-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';

const title = "This link doesn't work any more";

/** One answer for every reason, so that nothing is told about a file that is not shared. */
export const DeadLink = () => (
  <StandalonePage title={title}>
    <EmptyState
      heading="h1"
      icon={Unlink}
      title={title}
      text="It may have expired or been revoked, or a part of it is missing. Ask whoever sent it for a new one."
    />
  </StandalonePage>
);
