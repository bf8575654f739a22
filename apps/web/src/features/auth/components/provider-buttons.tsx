import { Button } from '@aws-amplify/ui-react';
import type { IdentityProvider } from '@share-my-files/contract';
import { useEffect, useState } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { useWebConfig } from '#config/web-config-context.tsx';
import { CertificateNotAcceptedError } from '../cognito/certificate-not-accepted-error.ts';
import './provider-buttons.css';
import { ProviderMark } from './provider-mark.tsx';

const Problem = ({ error, certificateUrl }: { error: unknown; certificateUrl: string | undefined }) => {
  if (error === undefined) return null;
  if (!(error instanceof CertificateNotAcceptedError)) {
    return <FormMessage tone="error">That did not work. Check your connection and try again.</FormMessage>;
  }
  return (
    <FormMessage tone="error">
      Your browser does not trust the local sign-in server yet. Open{' '}
      <a href={certificateUrl} target="_blank" rel="noreferrer">
        its certificate page
      </a>{' '}
      once, accept the certificate, and try again here.
    </FormMessage>
  );
};

type ProviderButtonsProps = { returnTo: string; only: readonly string[]; asksAgain?: boolean };

/** Buttons for the identity providers with these labels; renders nothing if the pool has none. */
export const ProviderButtons = ({ returnTo, only, asksAgain }: ProviderButtonsProps) => {
  const { cognito } = useWebConfig();
  const [leavingFor, setLeavingFor] = useState<IdentityProvider>();
  const [error, setError] = useState<unknown>();

  // The Back button restores this page as it was left (bfcache).
  useEffect(() => {
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && setLeavingFor(undefined);
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);

  if (cognito.oauth === undefined) return null;
  const { providers, certificateUrl } = cognito.oauth;

  const leave = async (provider: IdentityProvider) => {
    setLeavingFor(provider);
    setError(undefined);
    try {
      const { signInWithProvider } = await import('../cognito/sign-in-with-provider.ts');
      await signInWithProvider({ cognito, provider, returnTo, asksAgain });
    } catch (problem) {
      setError(problem);
      setLeavingFor(undefined);
    }
  };

  return (
    <div className="provider-buttons">
      {providers
        .filter(({ label }) => only.includes(label))
        .map((provider) => (
          <Button
            key={provider.name}
            className="provider-buttons__button"
            isFullWidth
            isDisabled={leavingFor !== undefined}
            onClick={() => void leave(provider)}
          >
            <ProviderMark name={provider.name} />
            {leavingFor === provider ? `Opening ${provider.label}…` : `Continue with ${provider.label}`}
          </Button>
        ))}
      <Problem error={error} certificateUrl={certificateUrl} />
    </div>
  );
};
