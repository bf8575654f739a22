import type { DeletionPreview } from '@share-my-files/contract';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import './deletion-losses.css';

const lossesOf = ({ files, bytes, uploads, people, links, sharedFiles }: DeletionPreview): string[] => [
  ...(files > 0 ? [`${formatCount(files, 'file')} (${formatBytes(bytes)}), including the trash`] : []),
  ...(uploads > 0 ? [formatCount(uploads, 'unfinished upload')] : []),
  ...(people > 0
    ? [`${formatCount(people, 'person loses', 'people lose')} access to files that you share`]
    : []),
  ...(links > 0 ? [`${formatCount(links, 'public link stops', 'public links stop')} working`] : []),
  ...(sharedFiles > 0
    ? [`You lose access to ${formatCount(sharedFiles, 'file')} that others share with you`]
    : []),
  'Your name, picture, devices and ways to sign in',
];

/** What goes with the account, and what other people lose. */
export const DeletionLosses = ({ preview }: { preview: DeletionPreview }) => (
  <ul className="deletion-losses" aria-label="What is deleted">
    {lossesOf(preview).map((loss) => (
      <li key={loss}>{loss}</li>
    ))}
  </ul>
);
