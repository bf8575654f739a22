import type { Item } from '@share-my-files/contract';
import { Dialog } from '#components/dialog.tsx';
import { useIsCreatingLink } from '#features/links/create-link.ts';
import { PublicLinks } from '#features/links/public-links.tsx';
import { PeopleWithAccess } from '#features/shares/people-with-access.tsx';
import { useIsPuttingGrant } from '#features/shares/put-grant.ts';
import './share-dialog.css';

type ShareDialogProps = { item: Item; onClose: () => void };

export const ShareDialog = ({ item, onClose }: ShareDialogProps) => {
  const isCreatingLink = useIsCreatingLink(item.id);
  const isPuttingGrant = useIsPuttingGrant(item.id);
  return (
    <Dialog title={`Share ${item.name}`} isPending={isCreatingLink || isPuttingGrant} onClose={onClose}>
      <div className="share-dialog">
        <PeopleWithAccess item={item} />
        <PublicLinks item={item} />
      </div>
    </Dialog>
  );
};
