import { SelectField } from '@aws-amplify/ui-react';
import type { UpdateMFAPreferenceInput } from 'aws-amplify/auth';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useChangeSecondFactors } from './second-factors.ts';

const choices: Record<string, { label: string; change: UpdateMFAPreferenceInput }> = {
  TOTP: { label: 'Authenticator app', change: { totp: 'PREFERRED' } },
  EMAIL: { label: 'Code by email', change: { email: 'PREFERRED' } },
  none: {
    label: 'Let me choose each time',
    change: { totp: 'NOT_PREFERRED', email: 'NOT_PREFERRED' },
  },
};

/** Chooses the second factor that the sign-in form asks for first. */
export const PreferredFactor = ({ preferred = 'none' }: { preferred: string | undefined }) => {
  const { mutate, isPending, variables, error } = useChangeSecondFactors();
  const entries = Object.entries(choices);
  const chosen = isPending ? entries.find(([, { change }]) => change === variables)?.[0] : preferred;
  return (
    <div className="form">
      <SelectField
        label="Ask for first"
        value={chosen ?? 'none'}
        onChange={({ target }) => {
          const choice = choices[target.value];
          if (choice) mutate(choice.change);
        }}
      >
        {entries.map(([factor, { label }]) => (
          <option key={factor} value={factor}>
            {label}
          </option>
        ))}
      </SelectField>
      <FormMessage tone="error">{error && explainAuthError(error).message}</FormMessage>
    </div>
  );
};
