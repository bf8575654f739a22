import { Button } from '@aws-amplify/ui-react';
import { productName } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { FormMessage } from '#components/form-message.tsx';
import { saveBlob } from '#lib/save-blob.ts';
import './recovery-codes.css';

const title = `Recovery codes for ${productName}`;

const toText = (email: string, codes: readonly string[]): string =>
  `${title}\n${email}\n\n${codes.join('\n')}\n\nEach code works once, together with your password.\n`;

type RecoveryCodeListProps = { email: string; codes: readonly string[] };

/** The codes, which the page never shows again: to copy, print or save. */
export const RecoveryCodeList = ({ email, codes }: RecoveryCodeListProps) => {
  const text = toText(email, codes);
  const { mutate, isSuccess, isError } = useMutation({
    mutationFn: async () => navigator.clipboard.writeText(text),
  });
  const CopyIcon = isSuccess ? Check : Copy;
  const save = () => saveBlob(new Blob([text], { type: 'text/plain' }), 'share-my-files-recovery-codes.txt');

  return (
    <>
      <div className="recovery-codes">
        <p className="recovery-codes__owner">
          {title}, {email}
        </p>
        <ul className="recovery-codes__list" aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="recovery-codes__actions">
        <Button autoFocus onClick={() => mutate()}>
          <CopyIcon size={18} aria-hidden="true" />
          {isSuccess ? 'Copied' : 'Copy'}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer size={18} aria-hidden="true" />
          Print
        </Button>
        <Button onClick={save}>
          <Download size={18} aria-hidden="true" />
          Download
        </Button>
      </div>
      {isError && (
        <FormMessage tone="error">
          Your browser blocked the copy. Select the codes, or download them instead.
        </FormMessage>
      )}
    </>
  );
};
