import { Button, SelectField } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { useCreateLink } from './create-link.ts';
import { linkAddress } from './link-address.ts';
import { NewLink } from './new-link.tsx';

const day = 86_400;
const lives = [
  { label: 'After 1 day', expiresInSeconds: day },
  { label: 'After 7 days', expiresInSeconds: 7 * day },
  { label: 'After 30 days', expiresInSeconds: 30 * day },
  { label: 'Never', expiresInSeconds: null },
];
const defaultLife = 1;

export const CreateLinkForm = ({ itemId }: { readonly itemId: string }) => {
  const [chosen, setChosen] = useState(defaultLife);
  const { mutate, data: created, error, isPending } = useCreateLink(itemId);

  const create = () => mutate({ expiresInSeconds: lives[chosen]?.expiresInSeconds ?? null });

  return (
    <div className="form">
      <div className="links__create">
        <SelectField
          label="Expires"
          value={String(chosen)}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        >
          {lives.map(({ label }, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button isLoading={isPending} loadingText="Creating" onClick={create}>
          Create link
        </Button>
      </div>
      <FormMessage tone="error">{error?.message}</FormMessage>
      {created && (
        <NewLink key={created.link.id} address={linkAddress(window.location.origin, created.secret)} />
      )}
    </div>
  );
};
