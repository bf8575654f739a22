import { Button } from '@aws-amplify/ui-react';
import { useState } from 'react';
import { AccountSection } from '../components/account-section.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';

type DeleteAccountSectionProps = {
  email: string;
  runningUploads: number;
};

export const DeleteAccountSection = (props: DeleteAccountSectionProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <AccountSection title="Delete account" text="Your files, shares and links go with it.">
      <Button variation="destructive" onClick={() => setIsOpen(true)}>
        Delete account
      </Button>
      {isOpen && <DeleteAccountDialog {...props} onClose={() => setIsOpen(false)} />}
    </AccountSection>
  );
};
