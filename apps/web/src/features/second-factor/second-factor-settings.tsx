import { Button } from '@aws-amplify/ui-react';
import Mail from 'lucide-react/icons/mail';
import { DetailRow } from '#components/detail-row.tsx';
import { ErrorState } from '#components/error-state.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { AuthenticatorRow } from './authenticator-row.tsx';
import { PreferredFactor } from './preferred-factor.tsx';
import { type SecondFactors, useChangeSecondFactors, useSecondFactors } from './second-factors.ts';
import './second-factor.css';

const EmailCodeRow = ({ email, isOn }: { email: string; isOn: boolean }) => {
  const { mutate, isPending, error } = useChangeSecondFactors();
  return (
    <li>
      <DetailRow
        icon={<Mail size={20} aria-hidden="true" />}
        title="Code by email"
        details={isOn ? `On: codes go to ${email}` : 'Off'}
      >
        <Button
          variation="link"
          isLoading={isPending}
          loadingText="Saving"
          aria-label={isOn ? 'Turn off codes by email' : 'Turn on codes by email'}
          onClick={() => mutate({ email: isOn ? 'DISABLED' : 'ENABLED' })}
        >
          {isOn ? 'Turn off' : 'Turn on'}
        </Button>
      </DetailRow>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </li>
  );
};

type SecondFactorSettingsProps = {
  email: string;
  /** Whether the pool accepts codes by email as a second factor. */
  offersEmail: boolean;
};

const Factors = ({
  email,
  offersEmail,
  enabled = [],
  preferred,
}: SecondFactorSettingsProps & SecondFactors) => {
  const hasEmail = enabled.includes('EMAIL');
  return (
    <>
      <ul aria-label="Second factors">
        <AuthenticatorRow email={email} isOn={enabled.includes('TOTP')} />
        {(offersEmail || hasEmail) && <EmailCodeRow email={email} isOn={hasEmail} />}
      </ul>
      {enabled.length > 1 && <PreferredFactor preferred={preferred} />}
    </>
  );
};

/** The second factors of a user with a password: each one's state, and which the sign-in form asks for first. */
export const SecondFactorSettings = (props: SecondFactorSettingsProps) => {
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
