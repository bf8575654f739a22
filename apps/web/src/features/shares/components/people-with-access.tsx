import type { Grant, Item } from '@share-my-files/contract';
import { useId } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useGrants } from '../api/list-grants.ts';
import './people-with-access.css';
import { PersonRow } from './person-row.tsx';
import { ShareForm } from './share-form.tsx';

type PeopleListProps = { item: Item; grants: Grant[]; labelledBy: string };

const PeopleList = ({ item, grants, labelledBy }: PeopleListProps) =>
  grants.length === 0 ? (
    <p className="people-with-access__nobody">Only you have access.</p>
  ) : (
    <ul aria-labelledby={labelledBy}>
      {grants.map((grant) => (
        <PersonRow key={grant.id} item={item} grant={grant} />
      ))}
    </ul>
  );

/** Shares an item with people by email address. */
export const PeopleWithAccess = ({ item }: { item: Item }) => {
  const { data, error, refetch } = useGrants(item.id);
  const heading = useFocusWhenLost<HTMLHeadingElement>(data?.grants.length);
  const headingId = useId();

  return (
    <section className="people-with-access" aria-label="People">
      <ShareForm itemId={item.id} />
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        People with access
      </h3>
      {data ? (
        <PeopleList item={item} grants={data.grants} labelledBy={headingId} />
      ) : error ? (
        <ErrorState
          title="The people with access could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <Skeleton className="people-with-access__skeleton" />
      )}
    </section>
  );
};
