import { Button, SelectField, TextField } from '@aws-amplify/ui-react';
import { type Grant, putGrantSchema } from '@share-my-files/contract';
import { useState } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';
import { usePutGrant } from './put-grant.ts';
import { RoleOptions } from './role-options.tsx';
import './share-form.css';

const outcomes: Record<Grant['state'], string> = {
  active: 'They have access now.',
  invited: 'They are invited, and have access once they sign up with this address.',
};

export const ShareForm = ({ itemId }: { itemId: string }) => {
  const { mutateAsync: putGrant } = usePutGrant(itemId);
  const [given, setGiven] = useState<Grant[]>([]);
  const lastGiven = given.at(-1);
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: putGrantSchema,
    submit: async (wish) => {
      const grant = await putGrant(wish);
      setGiven((grants) => [...grants, grant]);
    },
    explain: explainProblem,
  });

  return (
    <form className="form" {...formProps}>
      {/* A new key empties the field for the next person and leaves the role as it was. */}
      <TextField
        key={given.length}
        {...fieldProps('email')}
        label="Email address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={given.length > 0}
      />
      <div className="share-form__row">
        <SelectField {...fieldProps('role')} label="Role">
          <RoleOptions />
        </SelectField>
        <Button type="submit" variation="primary" isLoading={isPending} loadingText="Sharing">
          Share
        </Button>
      </div>
      <FormMessage tone="error">{message}</FormMessage>
      {lastGiven && !isPending && !message && (
        <FormMessage tone="success">{outcomes[lastGiven.state]}</FormMessage>
      )}
    </form>
  );
};
