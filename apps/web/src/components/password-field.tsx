import { PasswordField as AmplifyPasswordField } from '@aws-amplify/ui-react';
import type { ComponentProps } from 'react';

type PasswordFieldProps = ComponentProps<typeof AmplifyPasswordField> & {
  // Password managers read it to fill in a password or to suggest one.
  autoComplete: 'current-password' | 'new-password';
};

/** The button's name avoids the word "password", which users of assistive technology search for to find the field. */
export const PasswordField = (props: PasswordFieldProps) => (
  <AmplifyPasswordField
    showPasswordButtonLabel="Show characters"
    passwordIsHiddenLabel="Characters are hidden"
    passwordIsShownLabel="Characters are shown"
    {...props}
  />
);
