import { Button } from '@aws-amplify/ui-react';
import type { Link } from '@share-my-files/contract';
import LinkIcon from 'lucide-react/icons/link';
import { useId, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { formatDate, formatDateTime } from '#lib/format-date.ts';
import { useNow } from '#lib/use-now.ts';
import './link-row.css';
import { useRevokeLink } from '../api/revoke-link.ts';

const describeDownloads = (downloads: number): string => {
  if (downloads === 0) return 'not downloaded yet';
  return downloads === 1 ? 'downloaded once' : `downloaded ${downloads} times`;
};

const describe = (
  { createdAt, expiresAt, downloads }: Link,
  now: number,
): { title: string; details: string } => ({
  title: expiresAt === null ? 'Works until revoked' : `Works until ${formatDateTime(expiresAt)}`,
  details: `Created ${formatDate(createdAt, now)}, ${describeDownloads(downloads)}`,
});

type LinkRowProps = { itemId: string; link: Link };

export const LinkRow = ({ itemId, link }: LinkRowProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: revoke, isPending, error } = useRevokeLink(itemId);
  const textId = useId();
  const now = useNow();

  return (
    <li>
      <DetailRow
        icon={
          <span className="link-row__icon">
            <LinkIcon size={18} aria-hidden="true" />
          </span>
        }
        textId={textId}
        {...describe(link, now)}
      >
        <Button variation="link" aria-describedby={textId} onClick={() => setIsAsking(true)}>
          Revoke link
        </Button>
      </DetailRow>
      {isAsking && (
        <ConfirmDialog
          title="Revoke this link?"
          confirmLabel="Revoke"
          isPending={isPending}
          loadingText="Revoking"
          onConfirm={() => revoke(link.id)}
          onClose={() => setIsAsking(false)}
        >
          <p>It stops working immediately for everyone who has it. This cannot be undone.</p>
          <FormMessage tone="error">{error && explainError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </li>
  );
};
