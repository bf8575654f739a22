import { useWebConfig } from '#config/web-config-context.tsx';
import { ProviderButtons } from './provider-buttons.tsx';

/** The identity providers, offered below a form with a password. */
export const ProviderChoice = ({ returnTo }: { returnTo: string }) => {
  const { oauth } = useWebConfig().cognito;
  if (oauth === undefined) return null;
  return (
    <>
      <p className="provider-choice__or">or</p>
      <ProviderButtons returnTo={returnTo} />
    </>
  );
};
