import { AccountSection } from '#features/account/components/account-section.tsx';
import { SessionList } from '#features/sessions/session-list.tsx';
import { SignOutEverywhere } from '#features/sessions/sign-out-everywhere.tsx';
import './devices-section.css';

/** Where the user is signed in, and how to end it. */
export const DevicesSection = () => (
  <AccountSection title="Devices" text="Lost a device, or left one signed in? Sign it out from here.">
    <div className="devices">
      <SessionList />
      <SignOutEverywhere />
    </div>
  </AccountSection>
);
