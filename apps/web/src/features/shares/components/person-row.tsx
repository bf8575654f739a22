import { type Grant, grantRoleSchema, type Item } from '@share-my-files/contract';
import X from 'lucide-react/icons/x';
import { type ChangeEvent, useState } from 'react';
import { Avatar } from '#components/avatar.tsx';
import { Breakable } from '#components/breakable.tsx';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { IconButton } from '#components/icon-button.tsx';
import { explainError } from '#lib/explained-error.ts';
import './person-row.css';
import { usePutGrant } from '../api/put-grant.ts';
import { useRevokeGrant } from '../api/revoke-grant.ts';
import { RoleOptions } from './role-options.tsx';

const describe = ({ name, email, state }: Grant): { title: string; details: string } =>
  state === 'invited'
    ? { title: email, details: 'Invitation pending' }
    : { title: name ?? email, details: name === null ? 'Has access' : email };

type PersonRowProps = { item: Item; grant: Grant };

export const PersonRow = ({ item, grant }: PersonRowProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const change = usePutGrant(item.id);
  const revocation = useRevokeGrant(item.id);
  const { email } = grant;
  const text = describe(grant);

  const changeRole = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    change.mutate({ email, role: grantRoleSchema.parse(target.value) });

  return (
    <li>
      <DetailRow icon={<Avatar name={text.title} />} {...text}>
        <select
          className="person-row__role"
          aria-label={`Role of ${email}`}
          value={change.isPending ? change.variables.role : grant.role}
          onChange={changeRole}
        >
          <RoleOptions />
        </select>
        <IconButton label={`Remove ${email}`} icon={X} onClick={() => setIsAsking(true)} />
      </DetailRow>
      <FormMessage tone="error">{change.error && explainError(change.error)}</FormMessage>
      {isAsking && (
        <ConfirmDialog
          title="Remove access?"
          confirmLabel="Remove access"
          isPending={revocation.isPending}
          loadingText="Removing"
          onConfirm={() => revocation.mutate(grant.id)}
          onClose={() => setIsAsking(false)}
        >
          <p>
            <Breakable text={text.title} /> will no longer be able to open {item.name}.
          </p>
          <FormMessage tone="error">{revocation.error && explainError(revocation.error)}</FormMessage>
        </ConfirmDialog>
      )}
    </li>
  );
};
