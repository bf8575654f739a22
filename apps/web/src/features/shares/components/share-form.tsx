import { Button, SelectField, TextField } from '@aws-amplify/ui-react';
import { type Grant, putGrantSchema } from '@share-my-files/contract';
import { useState } from 'react';
import { Breakable } from '#components/breakable.tsx';
import { FieldWithButton } from '#components/field-with-button.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';
import { useGrants } from '../api/list-grants.ts';
import { usePutGrant } from '../api/put-grant.ts';
import { RoleExplanation, RoleOptions } from './role-options.tsx';

const Outcome = ({ grant: { state, name, email } }: { grant: Grant }) =>
  state === 'active' ? (
    <>
      <Breakable text={name ?? email} /> has access now.
    </>
  ) : (
    <>
      Invitation sent to <Breakable text={email} />. They will have access once they sign in with this
      address.
    </>
  );

export const ShareForm = ({ itemId }: { itemId: string }) => {
  const { mutateAsync: putGrant } = usePutGrant(itemId);
  const { data } = useGrants(itemId);
  const [given, setGiven] = useState<Grant[]>([]);
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: putGrantSchema,
    submit: async (input) => {
      const grant = await putGrant(input);
      setGiven((grants) => [...grants, grant]);
    },
    explain: explainProblem,
  });
  const email = fieldProps('email');
  const lastGiven = given.at(-1);
  const isCurrent = data?.grants.some(({ id }) => id === lastGiven?.id) && !isPending;
  const outcome = isCurrent && !email.hasError && !message ? lastGiven : undefined;

  return (
    <form className="form" {...formProps}>
      {/* A new key clears the field for the next person; the role stays. */}
      <TextField
        key={given.length}
        {...email}
        label="Email address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={given.length > 0}
      />
      <FieldWithButton>
        <SelectField {...fieldProps('role')} label="Role">
          <RoleOptions />
        </SelectField>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Sharing">
          Share
        </Button>
      </FieldWithButton>
      <RoleExplanation />
      <FormMessage tone="error">{message}</FormMessage>
      <FormMessage tone="success">{outcome && <Outcome grant={outcome} />}</FormMessage>
    </form>
  );
};
