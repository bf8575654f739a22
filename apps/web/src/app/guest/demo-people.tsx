import { Button } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import { FormMessage } from '#components/form-message.tsx';
import type { DemoPerson } from '#config/web-config.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { loadSignIn } from '#features/auth/cognito/load-sign-in.ts';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useCompleteSignIn } from '../session/use-complete-sign-in.ts';
import './demo-people.css';

/** Offers to sign in as a person of `pnpm dev --demo`. */
export const DemoPeople = () => {
  const { demoPeople } = useWebConfig();
  const completeSignIn = useCompleteSignIn();
  const { mutate, isPending, variables, error, data } = useMutation({
    mutationFn: async ({ email, password }: DemoPerson) => {
      const step = await (await loadSignIn()).signInWithPassword(email, password);
      if (step.name === 'signed-in') await completeSignIn({ email, hasNewAuthenticator: false });
      return step.name;
    },
  });

  if (demoPeople === undefined) return null;
  return (
    <section className="demo-people" aria-label="Demo">
      <p>Try it as someone who has files already:</p>
      <div className="demo-people__buttons">
        {demoPeople.map((person) => (
          <Button
            key={person.email}
            isDisabled={isPending}
            isLoading={isPending && variables.email === person.email}
            loadingText={person.name}
            onClick={() => mutate(person)}
          >
            {person.name}
          </Button>
        ))}
      </div>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
      {data !== undefined && data !== 'signed-in' && (
        <p>This account now has a second factor. Sign in with the form, password {variables?.password}.</p>
      )}
    </section>
  );
};
