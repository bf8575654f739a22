import { Avatar } from '#components/avatar.tsx';
import type { User } from '#lib/session.ts';
import { AccountSection } from './account-section.tsx';
import './profile-section.css';

export const ProfileSection = ({ user }: { user: User }) => (
  <AccountSection title="Profile" text="Your name is shown to the people you share files with.">
    <div className="profile">
      <Avatar name={user.name} />
      <dl className="profile__details">
        <dt>Name</dt>
        <dd>{user.name}</dd>
        <dt>Email</dt>
        <dd>{user.email}</dd>
      </dl>
    </div>
  </AccountSection>
);
