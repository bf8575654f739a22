import type { ItemView } from '@share-my-files/contract';
import { Skeleton } from '#components/skeleton.tsx';
import { columnsOf } from './item-columns.tsx';
import { ItemTable } from './item-table.tsx';

const rows = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The table with placeholders, so that no row moves when the files arrive. */
export const ItemListSkeleton = ({ view }: { readonly view: ItemView }) => (
  <div className="item-list__region" role="status" aria-label="Loading files">
    <div aria-hidden="true">
      <ItemTable view={view}>
        {rows.map((row) => (
          <tr key={row} className="item-list__row">
            {columnsOf(view).map(({ id }) => (
              <td key={id} className={`item-list__${id}`}>
                {id === 'name' ? (
                  <div className="item-list__title">
                    <Skeleton className="file-icon" />
                    <Skeleton className="item-list__placeholder" />
                  </div>
                ) : (
                  id !== 'actions' && <Skeleton className="item-list__placeholder" />
                )}
              </td>
            ))}
          </tr>
        ))}
      </ItemTable>
    </div>
  </div>
);
