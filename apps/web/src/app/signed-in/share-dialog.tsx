import type { Item } from '@share-my-files/contract';
import { Dialog } from '#components/dialog.tsx';
import { useIsCreatingLink } from '#features/links/api/create-link.ts';
import { PublicLinks } from '#features/links/owner/public-links.tsx';
import { useIsPuttingGrant } from '#features/shares/api/put-grant.ts';
import { PeopleWithAccess } from '#features/shares/components/people-with-access.tsx';
import './share-dialog.css';

type ShareDialogProps = { item: Item; onClose: () => void };

export const ShareDialog = ({ item, onClose }: ShareDialogProps) => {
  const isCreatingLink = useIsCreatingLink(item.id);
  const isPuttingGrant = useIsPuttingGrant(item.id);
  return (
    <Dialog
      title="Share"
      fileName={item.name}
      isPending={isCreatingLink || isPuttingGrant}
      focusField
      onClose={onClose}
    >
      <div className="share-dialog">
        <PeopleWithAccess item={item} />
        {item.kind === 'file' && <PublicLinks item={item} />}
      </div>
    </Dialog>
  );
};
