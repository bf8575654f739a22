import { Button, TextField } from '@aws-amplify/ui-react';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';

/** Shows a new link, once: afterwards nobody knows its secret but those who have copied it. */
export const NewLink = ({ address }: { readonly address: string }) => {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setIsCopied(true);
    } catch {
      // Without the right to write the clipboard the person copies the selection herself.
      field.current?.select();
    }
  };

  return (
    <div className="links__new">
      <TextField
        ref={field}
        label="Public link"
        value={address}
        readOnly
        descriptiveText="Copy it now: it is shown only once. Whoever has it can download the file."
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button variation="primary" className="links__copy" onClick={() => void copy()}>
        {isCopied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
        {isCopied ? 'Copied' : 'Copy link'}
      </Button>
    </div>
  );
};
