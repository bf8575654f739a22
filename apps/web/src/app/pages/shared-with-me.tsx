import UsersRound from 'lucide-react/icons/users-round';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ItemBrowser } from '#features/files/browser/item-browser.tsx';
import { useUser } from '#lib/session-context.tsx';

export const SharedWithMePage = () => {
  const { email } = useUser();
  return (
    <>
      <PageHeader title="Shared with me" />
      <ItemBrowser view="shared">
        <EmptyState
          icon={UsersRound}
          title="Nothing has been shared with you yet"
          text={`Files that others share with ${email} will appear here.`}
        />
      </ItemBrowser>
    </>
  );
};
