import { useWebConfig } from '#config/web-config-context.tsx';
import { lastSignIn } from '../sign-in/last-sign-in.ts';
import { ProviderButtons } from './provider-buttons.tsx';

type ProviderChoiceProps = { returnTo: string };

/** The identity provider of the last sign-in with this browser, offered above the form. */
export const LastProviderChoice = ({ returnTo }: ProviderChoiceProps) => {
  const { oauth } = useWebConfig().cognito;
  const last = oauth?.providers.find(({ label }) => label === lastSignIn.read().provider);
  if (last === undefined) return null;
  return (
    <>
      <ProviderButtons only={[last.label]} returnTo={returnTo} />
      <p className="provider-choice__or">or</p>
    </>
  );
};

/** The identity providers, offered below a form; without the last one if it is offered above. */
export const ProviderChoice = ({
  returnTo,
  withoutLast = false,
}: ProviderChoiceProps & { withoutLast?: boolean }) => {
  const { oauth } = useWebConfig().cognito;
  const labels = oauth?.providers.map(({ label }) => label) ?? [];
  const offered = labels.filter((label) => !withoutLast || label !== lastSignIn.read().provider);
  if (offered.length === 0) return null;
  return (
    <>
      <p className="provider-choice__or">or</p>
      <ProviderButtons only={offered} returnTo={returnTo} />
    </>
  );
};
