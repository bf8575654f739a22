import { PasswordField as AmplifyPasswordField } from '@aws-amplify/ui-react';
import type { ComponentProps } from 'react';

type PasswordFieldProps = ComponentProps<typeof AmplifyPasswordField> & {
  // Tells password managers whether to fill in what they know or to propose something new.
  autoComplete: 'current-password' | 'new-password';
};

/** The button's name avoids the word "password", by which people and assistive technology find the field. */
export const PasswordField = (props: PasswordFieldProps) => (
  <AmplifyPasswordField
    showPasswordButtonLabel="Show characters"
    passwordIsHiddenLabel="Characters are hidden"
    passwordIsShownLabel="Characters are shown"
    {...props}
  />
);
