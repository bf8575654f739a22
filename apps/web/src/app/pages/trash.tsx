import Trash2 from 'lucide-react/icons/trash-2';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { TrashBrowser } from '#features/files/browser/trash-browser.tsx';

export const TrashPage = () => (
  <>
    <PageHeader title="Trash" />
    <TrashBrowser>
      <EmptyState
        icon={Trash2}
        title="The trash is empty"
        text="Files you move to the trash stay here until you restore them or permanently delete them."
      />
    </TrashBrowser>
  </>
);
