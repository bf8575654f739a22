import { useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { CreateLinkForm } from './create-link-form.tsx';
import { LinkRow } from './link-row.tsx';
import { useLinks } from './list-links.ts';
import { useRevokeLink } from './revoke-link.ts';
import './links-section.css';

type LinksSectionProps = { readonly itemId: string };

const ActiveLinks = ({ itemId }: LinksSectionProps) => {
  const { data, error, refetch } = useLinks(itemId);
  const { mutate: revoke } = useRevokeLink(itemId);
  const [revoking, setRevoking] = useState<string | null>(null);

  const confirm = (linkId: string) => {
    setRevoking(null);
    revoke(linkId);
  };

  if (data === undefined) {
    if (error === null) return <Skeleton className="links__skeleton" />;
    return <ErrorState title="The links could not be loaded" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <ul aria-label="Active links">
        {data.links.map((link) => (
          <LinkRow key={link.id} link={link} onRevoke={() => setRevoking(link.id)} />
        ))}
      </ul>
      {revoking && (
        <ConfirmDialog
          title="Revoke this link?"
          confirmLabel="Revoke"
          onConfirm={() => confirm(revoking)}
          onClose={() => setRevoking(null)}
        >
          Nobody will be able to open it any more. A new link can be made at any time.
        </ConfirmDialog>
      )}
    </>
  );
};

/** Sharing with whoever has a link. */
export const LinksSection = ({ itemId }: LinksSectionProps) => (
  <section className="links" aria-labelledby="links-title">
    <h3 className="links__title" id="links-title">
      Public links
    </h3>
    <p className="links__text">Anybody with a link can download the file, without an account.</p>
    <CreateLinkForm itemId={itemId} />
    <ActiveLinks itemId={itemId} />
  </section>
);
