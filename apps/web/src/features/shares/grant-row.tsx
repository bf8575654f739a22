import type { Grant } from '@share-my-files/contract';
import { UserRoundMinus } from 'lucide-react';
import { Avatar } from '#components/avatar.tsx';
import { IconButton } from '#components/icon-button.tsx';

type GrantRowProps = {
  readonly grant: Grant;
  readonly isPending: boolean;
  readonly onRevoke: () => void;
};

const roleNames = { viewer: 'Viewer', editor: 'Editor' };

export const GrantRow = ({ grant, isPending, onRevoke }: GrantRowProps) => {
  const { email, name, role, state } = grant;
  return (
    <li className="people__row">
      <Avatar name={name ?? email} />
      <div className="people__person">
        <span className="people__name">{name ?? email}</span>
        <span className="people__email">
          {state === 'invited' ? 'Invited, waits for sign-up' : name !== null && email}
        </span>
      </div>
      <span className="people__role">{roleNames[role]}</span>
      <IconButton label={`Remove ${email}`} icon={UserRoundMinus} disabled={isPending} onClick={onRevoke} />
    </li>
  );
};
