import { Button, TextField } from '@aws-amplify/ui-react';
import { productName } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import './authenticator-key.css';
import { FieldWithButton } from './field-with-button.tsx';
import { FormMessage } from './form-message.tsx';

/** What Amplify returns when an authenticator app is set up. */
type AuthenticatorSetup = { sharedSecret: string; getSetupUri(appName: string, accountName: string): URL };

type AuthenticatorKeyProps = { setup: AuthenticatorSetup; email: string };

/** The secret for an authenticator app: as a QR code to scan, and as text to copy on the device that has the app. */
export const AuthenticatorKey = ({ setup, email }: AuthenticatorKeyProps) => {
  const { sharedSecret: secret, getSetupUri } = setup;
  const setupUri = getSetupUri(productName, email).href;
  const field = useRef<HTMLInputElement>(null);
  const { mutate, isSuccess, isError } = useMutation({
    mutationFn: async () => navigator.clipboard.writeText(secret),
    onError: () => field.current?.select(),
  });
  const Icon = isSuccess ? Check : Copy;

  return (
    <div className="authenticator-key">
      <div className="authenticator-key__code">
        <QRCodeSVG value={setupUri} size={176} title="QR code for your authenticator app" />
      </div>
      <p>Scan the code with your authenticator app, or enter the key there.</p>
      <FieldWithButton>
        <TextField
          ref={field}
          label="Setup key"
          value={secret}
          isReadOnly
          autoComplete="off"
          spellCheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button className="authenticator-key__copy" onClick={() => mutate()}>
          <Icon size={18} aria-hidden="true" />
          {isSuccess ? 'Copied' : 'Copy key'}
        </Button>
      </FieldWithButton>
      <a href={setupUri}>Open in an app on this device</a>
      {isError && (
        <FormMessage tone="error">
          Your browser blocked the copy. The key is selected, so you can copy it from the field.
        </FormMessage>
      )}
    </div>
  );
};
