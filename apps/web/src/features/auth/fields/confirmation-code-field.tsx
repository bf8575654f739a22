import { TextField, type TextFieldProps } from '@aws-amplify/ui-react';

type ConfirmationCodeFieldProps = Omit<TextFieldProps, 'label' | 'type'>;

/** No length limit on the field: a code pasted with spaces is cleaned and not cut. */
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
