import { EmailAddress } from '#components/breakable.tsx';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { CodeForm } from './code-form.tsx';
import { StepLinks } from './step-links.tsx';

/** A code by email, as the only factor or as the second one. */
export const EmailCodeStep = () => {
  const { Header, email, hasProvenPassword, repeat } = useSignInContext();
  return (
    <>
      <Header title="Check your inbox">
        {hasProvenPassword ? (
          <>
            We sent a code to <EmailAddress address={email} />.
          </>
        ) : (
          <>
            If <EmailAddress address={email} /> belongs to an active account, a code is on its way. If none
            arrives, check the address, or choose another way to sign in.
          </>
        )}
      </Header>
      <CodeForm label="Code" sendNewCode={repeat} />
      <StepLinks />
    </>
  );
};
