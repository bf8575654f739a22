import type { ReactNode } from 'react';
import type { User } from '#lib/session.ts';
import { AccountSection } from '../components/account-section.tsx';
import { OtherAccountHint } from '../components/other-account-hint.tsx';
import { EmailRow } from './email-row.tsx';
import { NameRow } from './name-row.tsx';

/** `children` show the picture. An identity provider owns the name and the address of its users. */
export const ProfileSection = ({ user, children }: { user: User; children?: ReactNode }) => (
  <AccountSection title="Profile" text="Your name is shown to the people you share files with.">
    <ul aria-label="Name and email">
      <NameRow user={user} />
      <EmailRow user={user} />
    </ul>
    <OtherAccountHint />
    {children}
  </AccountSection>
);
