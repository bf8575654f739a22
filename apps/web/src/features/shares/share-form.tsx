import { Button, SelectField, TextField } from '@aws-amplify/ui-react';
import { putGrantSchema } from '@share-my-files/contract';
import { useState } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';
import { usePutGrant } from './put-grant.ts';

type ShareFormProps = { readonly itemId: string };
type OpenShareFormProps = ShareFormProps & { readonly onShared: (sentence: string) => void };

const OpenShareForm = ({ itemId, onShared }: OpenShareFormProps) => {
  const { mutateAsync: putGrant } = usePutGrant(itemId);
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: putGrantSchema,
    submit: async (body) => {
      const { email, name, state } = await putGrant(body);
      onShared(
        state === 'active' ? `${name ?? email} has access now.` : `${email} has access after signing up.`,
      );
    },
    explain: explainProblem,
  });

  return (
    <form className="form" {...formProps}>
      <div className="share-form__fields">
        <TextField
          label="Email address"
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="name@example.com"
          {...fieldProps('email')}
        />
        <SelectField label="Role" {...fieldProps('role')}>
          <option value="viewer">Viewer</option>
          <option value="editor">Editor</option>
        </SelectField>
        <Button
          className="share-form__submit"
          type="submit"
          variation="primary"
          isLoading={isPending}
          loadingText="Sharing"
        >
          Share
        </Button>
      </div>
      <FormMessage tone="error">{message}</FormMessage>
    </form>
  );
};

/** Gives one person access, or changes the role of who has it. */
export const ShareForm = ({ itemId }: ShareFormProps) => {
  const [shared, setShared] = useState<{ readonly times: number; readonly sentence?: string }>({ times: 0 });
  return (
    <>
      {/* A new key empties the form for the next person. */}
      <OpenShareForm
        key={shared.times}
        itemId={itemId}
        onShared={(sentence) => setShared(({ times }) => ({ times: times + 1, sentence }))}
      />
      <FormMessage tone="success">{shared.sentence}</FormMessage>
    </>
  );
};
