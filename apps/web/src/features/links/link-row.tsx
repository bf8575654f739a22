import type { Link } from '@share-my-files/contract';
import { LinkIcon, Unlink } from 'lucide-react';
import { IconButton } from '#components/icon-button.tsx';
import { formatDate, formatDateTime } from '#lib/format-date.ts';

type LinkRowProps = { readonly link: Link; readonly onRevoke: () => void };

const describeDownloads = (downloads: number): string => {
  if (downloads === 0) return 'not downloaded yet';
  return downloads === 1 ? 'downloaded once' : `downloaded ${downloads} times`;
};

export const LinkRow = ({ link: { createdAt, expiresAt, downloads }, onRevoke }: LinkRowProps) => (
  <li className="links__row">
    <span className="links__icon" aria-hidden="true">
      <LinkIcon size={18} />
    </span>
    <div className="links__facts">
      <span className="links__life">
        {expiresAt === null ? 'Works until revoked' : `Works until ${formatDateTime(expiresAt)}`}
      </span>
      <span className="links__history">
        Created {formatDate(createdAt)}, {describeDownloads(downloads)}
      </span>
    </div>
    <IconButton label="Revoke link" icon={Unlink} onClick={onRevoke} />
  </li>
);
