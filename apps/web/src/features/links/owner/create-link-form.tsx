import { Button, SelectField } from '@aws-amplify/ui-react';
import { type CreateLink, createLinkSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';
import { FieldWithButton } from '#components/field-with-button.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainProblem } from '#lib/explain-problem.ts';
import { useForm } from '#lib/use-form.ts';

const secondsPerDay = 86_400;

const lifetimes = [
  { label: 'In 1 day', value: secondsPerDay },
  { label: 'In 7 days', value: 7 * secondsPerDay },
  { label: 'In 30 days', value: 30 * secondsPerDay },
  { label: 'Never', value: 'never' },
] as const;

const defaultLifetime = String(7 * secondsPerDay);

const expiryFormSchema = z.pipe(
  z.object({
    expiresInSeconds: z.union([
      z.pipe(
        z.literal('never'),
        z.transform(() => null),
      ),
      z.coerce.number(),
    ]),
  }),
  createLinkSchema,
);

type CreateLinkFormProps = { onCreate: (input: CreateLink) => Promise<unknown> };

export const CreateLinkForm = ({ onCreate }: CreateLinkFormProps) => {
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: expiryFormSchema,
    submit: async (input) => {
      await onCreate(input);
    },
    explain: explainProblem,
  });

  return (
    <form className="form" {...formProps}>
      <FieldWithButton>
        <SelectField {...fieldProps('expiresInSeconds')} label="Expires" defaultValue={defaultLifetime}>
          {lifetimes.map(({ label, value }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button type="submit" isLoading={isPending} loadingText="Creating link">
          Create link
        </Button>
      </FieldWithButton>
      <FormMessage tone="error">{message}</FormMessage>
    </form>
  );
};
