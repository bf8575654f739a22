import { Button, TextField } from '@aws-amplify/ui-react';
import { cleanFileName } from '@share-my-files/contract';
import type { SubmitEvent } from 'react';
import { useUploadQueue } from '../queue/upload-context.ts';
import type { UploadEntry } from '../queue/upload-state.ts';

/** Offers the name without what was rejected, and asks for another one; the file stays chosen. */
export const RefusedName = ({ entry: { id, name } }: { readonly entry: UploadEntry }) => {
  const { rename } = useUploadQueue();

  const uploadAgain = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename(id, String(new FormData(event.currentTarget).get('name')));
  };

  return (
    <form className="upload-row__rename" noValidate onSubmit={uploadAgain}>
      <TextField
        label={`New name for ${name}`}
        labelHidden
        name="name"
        defaultValue={cleanFileName(name)}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" variation="primary">
        Upload
      </Button>
    </form>
  );
};
