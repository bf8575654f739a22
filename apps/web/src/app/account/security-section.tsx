import { AccountSection } from '#features/account/components/account-section.tsx';
import { SettingGroup } from '#features/account/components/setting-group.tsx';
import { PasskeySettings } from '#features/passkeys/passkey-settings.tsx';
import type { User } from '#lib/session.ts';
import { ChangePassword } from './change-password.tsx';
import { SecondFactor } from './second-factor.tsx';

const title = 'Sign-in and security';

/** How the user proves who they are. An identity provider does that for its own users. */
export const SecuritySection = ({ user: { email, provider } }: { user: User }) => {
  if (provider !== undefined) {
    return (
      <AccountSection title={title} text="Your name and email come from that account.">
        <p>You sign in with {provider}, so this account has no password.</p>
      </AccountSection>
    );
  }
  return (
    <AccountSection title={title} text="How you prove that it is you.">
      <SettingGroup title="Password" text="Changing it signs you out on all other devices.">
        <ChangePassword email={email} />
      </SettingGroup>
      <SettingGroup
        title="Second factor"
        text="A code that signing in asks for in addition to your password."
      >
        <SecondFactor email={email} />
      </SettingGroup>
      <SettingGroup
        title="Passkeys"
        text="Sign in with your fingerprint, face or screen lock instead of a password."
      >
        <PasskeySettings />
      </SettingGroup>
    </AccountSection>
  );
};
