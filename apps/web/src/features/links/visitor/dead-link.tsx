import Unlink from 'lucide-react/icons/unlink';
import { EmptyState } from '#components/empty-state.tsx';
import { StandalonePage } from '#components/standalone-page.tsx';
import { paths } from '#config/paths.ts';

const title = 'This link no longer works';

/** The same page for every reason, so that it reveals nothing about the file. */
export const DeadLink = () => (
  <StandalonePage title={title}>
    <EmptyState
      heading="h1"
      icon={Unlink}
      title={title}
      text="It may have expired or been revoked, or part of it is missing. Ask the sender for a new one."
    >
      <a href={paths.files}>Go to your own files</a>
    </EmptyState>
  </StandalonePage>
);
