import { Button } from '@aws-amplify/ui-react';
import Upload from 'lucide-react/icons/upload';
import { type ChangeEvent, useRef } from 'react';
import { useUploadQueue } from '../queue/upload-context.ts';
import './upload-button.css';

type UploadButtonProps = { readonly parentId?: string | null };

/** Opens the browser's file dialog, to upload to a folder or to the root. */
export const UploadButton = ({ parentId = null }: UploadButtonProps) => {
  const { add } = useUploadQueue();
  const input = useRef<HTMLInputElement>(null);

  const addChosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    add([...(currentTarget.files ?? [])], parentId);
    // So that choosing the same file again fires `change`.
    currentTarget.value = '';
  };

  return (
    <>
      <Button variation="primary" className="upload-button" onClick={() => input.current?.click()}>
        <Upload size={18} aria-hidden="true" />
        Upload files
      </Button>
      <input ref={input} type="file" multiple hidden aria-label="Choose files" onChange={addChosen} />
    </>
  );
};
