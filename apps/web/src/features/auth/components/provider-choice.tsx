import { useWebConfig } from '#config/web-config-context.tsx';
import { ProviderButtons } from './provider-buttons.tsx';

/** What stands below a form with a password: the ways without one. */
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
