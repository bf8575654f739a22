import { TextField, type TextFieldProps } from '@aws-amplify/ui-react';

type ConfirmationCodeFieldProps = Omit<TextFieldProps, 'label' | 'type'> & { label?: string };

/** Has no `maxLength`, which would cut off a code pasted with spaces. */
export const ConfirmationCodeField = (props: ConfirmationCodeFieldProps) => (
  <TextField
    label="Confirmation code"
    inputMode="numeric"
    autoComplete="one-time-code"
    autoFocus
    placeholder="123456"
    {...props}
  />
);
