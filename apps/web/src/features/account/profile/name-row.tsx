import { Button } from '@aws-amplify/ui-react';
import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { DetailRow } from '#components/detail-row.tsx';
import type { User } from '#lib/session.ts';
import { ChangeNameDialog } from './change-name-dialog.tsx';

export const NameRow = ({ user: { name, provider } }: { user: User }) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <DetailRow icon={<UserRound size={20} aria-hidden="true" />} title={name} details="Name">
        {provider === undefined && (
          <Button variation="link" aria-label="Change name" onClick={() => setIsOpen(true)}>
            Change
          </Button>
        )}
      </DetailRow>
      {isOpen && <ChangeNameDialog name={name} onClose={() => setIsOpen(false)} />}
    </li>
  );
};
