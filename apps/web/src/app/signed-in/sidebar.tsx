import FolderOpen from 'lucide-react/icons/folder-open';
import Search from 'lucide-react/icons/search';
import Trash2 from 'lucide-react/icons/trash-2';
import UserRound from 'lucide-react/icons/user-round';
import UsersRound from 'lucide-react/icons/users-round';
import { NavLink } from 'react-router';
import { Brand } from '#components/brand.tsx';
import { paths } from '#config/paths.ts';
import { ProfilePicture } from '#features/profile-picture/profile-picture.tsx';
import { useUser } from '#lib/session-context.tsx';
import './sidebar.css';
import { SignOutButton } from './sign-out-button.tsx';

const pages = [
  { path: paths.search, label: 'Search', icon: Search },
  { path: paths.files, label: 'My files', icon: FolderOpen },
  { path: paths.sharedWithMe, label: 'Shared with me', icon: UsersRound },
  { path: paths.trash, label: 'Trash', icon: Trash2 },
  { path: paths.account, label: 'Account', icon: UserRound },
];

/** The navigation: a sidebar on a wide screen, bars above and below the page on a phone. */
export const Sidebar = () => {
  const { name, email } = useUser();
  return (
    <header className="sidebar">
      <div className="sidebar__brand">
        <Brand />
      </div>
      <nav className="sidebar__pages" aria-label="Main">
        {pages.map(({ path, label, icon: Icon }) => (
          <NavLink key={path} to={path} className="sidebar__page">
            <Icon size={20} aria-hidden="true" />
            {label}
          </NavLink>
        ))}
      </nav>
      <div className="sidebar__person">
        <ProfilePicture name={name} />
        <div className="sidebar__names">
          <strong>{name}</strong>
          <span>{email}</span>
        </div>
        <SignOutButton />
      </div>
    </header>
  );
};
