import { Button } from '@aws-amplify/ui-react';
import Mail from 'lucide-react/icons/mail';
import type { ReactNode } from 'react';
import { DetailRow } from '#components/detail-row.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { AuthenticatorRow } from './authenticator-row.tsx';
import { PreferredFactor } from './preferred-factor.tsx';
import { type SecondFactors, useChangeSecondFactors, useSecondFactors } from './second-factors.ts';
import './second-factor.css';

/** Only in pools that accept such codes, and only to turn them off: the sign-in sets them up where a pool demands it. */
const EmailCodeRow = ({ email }: { email: string }) => {
  const { mutate, isPending, error } = useChangeSecondFactors();
  return (
    <li>
      <DetailRow
        icon={<Mail size={20} aria-hidden="true" />}
        title="Code by email"
        details={`On: codes go to ${email}`}
      >
        <Button
          variation="link"
          isLoading={isPending}
          loadingText="Saving"
          aria-label="Turn off codes by email"
          onClick={() => mutate({ email: 'DISABLED' })}
        >
          Turn off
        </Button>
      </DetailRow>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </li>
  );
};

type SettingsProps = {
  email: string;
  onSetUp: () => void;
  /** Part of the removal of the authenticator app. */
  onRemoved: () => Promise<void>;
  /** Below the factors while there is an authenticator app. */
  children: ReactNode;
};

type FactorsProps = SecondFactors & SettingsProps;

const Factors = ({ enabled = [], preferred, children, ...settings }: FactorsProps) => (
  <>
    <ul aria-label="Second factors">
      <AuthenticatorRow {...settings} isOn={enabled.includes('TOTP')} />
      {enabled.includes('EMAIL') && <EmailCodeRow email={settings.email} />}
    </ul>
    {enabled.includes('TOTP') && children}
    {enabled.length > 1 && <PreferredFactor preferred={preferred} />}
  </>
);

/** The second factors of a user with a password: each one's state, and which the sign-in form asks for first. */
export const SecondFactorSettings = (props: SettingsProps) => {
  const { data, error, refetch } = useSecondFactors();
  if (data) return <Factors {...props} {...data} />;
  if (error) {
    return (
      <ErrorState
        title="Your second factor could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div aria-busy="true">
      <Skeleton className="second-factor__skeleton" />
    </div>
  );
};
