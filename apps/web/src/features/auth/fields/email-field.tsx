import { TextField, type TextFieldProps } from '#components/text-field.tsx';

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
