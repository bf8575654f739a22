import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'react-router';
import { FileName } from '#components/file-name.tsx';
import { pathOfFolder, paths } from '#config/paths.ts';
import { useItemPath } from '../api/get-item-path.ts';
import './breadcrumbs.css';

type BreadcrumbsProps = { readonly folderId: string; readonly isOwn: boolean };

/** The folders around the open one. */
export const Breadcrumbs = ({ folderId, isOwn }: BreadcrumbsProps) => {
  const { data } = useItemPath(folderId);
  const around = data?.path.slice(0, -1) ?? [];
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <ol className="breadcrumbs__list">
        <li className="breadcrumbs__step">
          <Link to={isOwn ? paths.files : paths.sharedWithMe}>{isOwn ? 'My files' : 'Shared with me'}</Link>
        </li>
        {around.map(({ id, name }) => (
          <li key={id} className="breadcrumbs__step">
            <ChevronRight size={16} aria-hidden="true" />
            <Link to={pathOfFolder(id)}>
              <FileName name={name} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};
