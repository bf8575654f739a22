import { Button, TextField } from '@aws-amplify/ui-react';
import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useRef } from 'react';
import { FieldWithButton } from '#components/field-with-button.tsx';
import { FormMessage } from '#components/form-message.tsx';
import './new-link.css';

/** The address of a new link. The server stores only a hash of the secret, so the address is shown once. */
export const NewLink = ({ address }: { address: string }) => {
  const field = useRef<HTMLInputElement>(null);
  const { mutate, isSuccess, isError } = useMutation({
    mutationFn: async () => navigator.clipboard.writeText(address),
    onError: () => field.current?.select(),
  });
  const Icon = isSuccess ? Check : Copy;

  return (
    <div className="new-link">
      <FieldWithButton>
        <TextField
          ref={field}
          label="Public link"
          value={address}
          isReadOnly
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button className="new-link__copy" variation="primary" autoFocus onClick={() => mutate()}>
          <Icon size={18} aria-hidden="true" />
          Copy link
        </Button>
      </FieldWithButton>
      {isError ? (
        <FormMessage tone="error">
          Your browser blocked the copy. The link is selected, so you can copy it from the field.
        </FormMessage>
      ) : (
        <p className="new-link__note" role="status">
          {isSuccess ? 'Copied.' : 'Copy it now. It will not be shown again.'}
        </p>
      )}
    </div>
  );
};
