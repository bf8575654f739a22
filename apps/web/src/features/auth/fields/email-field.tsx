import { TextField, type TextFieldProps } from '@aws-amplify/ui-react';

type EmailFieldProps = Omit<TextFieldProps, 'label' | 'type'>;

export const EmailField = (props: EmailFieldProps) => (
  <TextField
    label="Email"
    type="email"
    inputMode="email"
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    {...props}
  />
);
