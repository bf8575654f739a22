import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { GrantRow } from './grant-row.tsx';
import { useGrants } from './list-grants.ts';
import { useRevokeGrant } from './revoke-grant.ts';
import { ShareForm } from './share-form.tsx';
import './people-section.css';

type PeopleSectionProps = { readonly itemId: string };

const PeopleList = ({ itemId }: PeopleSectionProps) => {
  const { data, error, refetch } = useGrants(itemId);
  const { mutate: revoke, isPending, variables } = useRevokeGrant(itemId);

  if (data === undefined) {
    if (error === null) return <Skeleton className="people__skeleton" />;
    return <ErrorState title="The list could not be loaded" error={error} onRetry={() => void refetch()} />;
  }
  if (data.grants.length === 0) return <p className="people__none">Only you have access.</p>;
  return (
    <ul aria-label="People with access">
      {data.grants.map((grant) => (
        <GrantRow
          key={grant.id}
          grant={grant}
          isPending={isPending && variables === grant.id}
          onRevoke={() => revoke(grant.id)}
        />
      ))}
    </ul>
  );
};

/** Sharing with people: who has access, and giving it to one more. */
export const PeopleSection = ({ itemId }: PeopleSectionProps) => (
  <section className="people" aria-label="People">
    <ShareForm itemId={itemId} />
    <h3 className="people__title">People with access</h3>
    <PeopleList itemId={itemId} />
  </section>
);
