import { Button } from '@aws-amplify/ui-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { ProfilePicture } from './profile-picture.tsx';
import { useChangeProfilePicture } from './use-profile-picture.ts';

/** Adds, replaces and removes the user's picture. */
export const ProfilePictureForm = ({ name }: { name: string }) => {
  const { mutate, isPending, error } = useChangeProfilePicture();
  const [hasPicture, setHasPicture] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file !== undefined) mutate(file);
    // So that choosing the same file again fires `change`.
    currentTarget.value = '';
  };

  return (
    <div className="profile-picture-form">
      <ProfilePicture name={name} onFound={setHasPicture} />
      <Button isLoading={isPending} loadingText="Saving" onClick={() => input.current?.click()}>
        {hasPicture ? 'Change picture' : 'Add a picture'}
      </Button>
      {hasPicture && (
        <Button variation="link" isDisabled={isPending} onClick={() => mutate(null)}>
          Remove
        </Button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label="Choose a picture"
        onChange={change}
      />
      <FormMessage tone="error">{error && explainError(error)}</FormMessage>
    </div>
  );
};
