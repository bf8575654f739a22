import { TextField } from '@aws-amplify/ui-react';
import SearchX from 'lucide-react/icons/search-x';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ItemBrowser } from '#features/files/browser/item-browser.tsx';
import { ShareDialog } from '../signed-in/lazy-dialogs.ts';
import { searchFieldId } from '../signed-in/search-field.ts';
import './search.css';

const maximumQueryLength = 255;

/** Finds own and shared files while the user types; the words are in the address. */
export const SearchPage = () => {
  const [parameters, setParameters] = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  const query = parameters.get('q') ?? '';

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  return (
    <>
      <PageHeader title="Search" />
      <search className="search-page__field">
        <TextField
          ref={field}
          id={searchFieldId}
          type="search"
          label="Search your files and what is shared with you"
          labelHidden
          placeholder="Words of a file’s name"
          autoComplete="off"
          spellCheck={false}
          maxLength={maximumQueryLength}
          defaultValue={query}
          onChange={({ target: { value } }) =>
            setParameters(value === '' ? {} : { q: value }, { replace: true, preventScrollReset: true })
          }
        />
      </search>
      <ItemBrowser view="shared" search={query.trim()} shareDialog={ShareDialog}>
        <EmptyState
          icon={SearchX}
          title={query.trim() === '' ? 'There is nothing to find yet' : 'No file found'}
          text="A search finds your own files and those that are shared with you, by the words of their names."
        />
      </ItemBrowser>
    </>
  );
};
