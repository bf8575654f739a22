import type { Item, Link } from '@share-my-files/contract';
import { useId } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useCreateLink } from '../api/create-link.ts';
import { useLinks } from '../api/list-links.ts';
import { linkAddress } from '../link-address.ts';
import { CreateLinkForm } from './create-link-form.tsx';
import { LinkRow } from './link-row.tsx';
import { NewLink } from './new-link.tsx';
import './public-links.css';

const ActiveLinks = ({ itemId, links }: { itemId: string; links: Link[] }) =>
  links.length > 0 && (
    <ul aria-label="Active links">
      {links.map((link) => (
        <LinkRow key={link.id} itemId={itemId} link={link} />
      ))}
    </ul>
  );

/** Shares an item by links. */
export const PublicLinks = ({ item }: { item: Item }) => {
  const { data, dataUpdatedAt, error, refetch } = useLinks(item.id);
  const { data: created, submittedAt, mutateAsync: createLink } = useCreateLink(item.id);
  const heading = useFocusWhenLost<HTMLHeadingElement>(data?.links.length);
  const headingId = useId();
  // Ignores a list that is older than the link, because refetching it failed.
  const isRevoked = dataUpdatedAt > submittedAt && data?.links.every(({ id }) => id !== created?.link.id);

  return (
    <section className="public-links" aria-labelledby={headingId}>
      <div>
        <h3 id={headingId} ref={heading} tabIndex={-1}>
          Public links
        </h3>
        <p className="public-links__text">Anyone with a link can download this file without an account.</p>
      </div>
      <CreateLinkForm onCreate={createLink} />
      {created && !isRevoked && (
        <NewLink key={created.link.id} address={linkAddress(window.location.origin, created.secret)} />
      )}
      {/* No skeleton: most files have no links, and the placeholder would only disappear again. */}
      {data && <ActiveLinks itemId={item.id} links={data.links} />}
      {!data && error && (
        <ErrorState title="The links could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </section>
  );
};
