import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { Button } from './button.tsx';
import { joinClassNames } from './join-class-names.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'endControl'> & {
  // Password managers read it to fill in a password or to suggest one.
  autoComplete: 'current-password' | 'new-password';
};

/** The button's name avoids the word "password", which users of assistive technology search for to find the field. */
export const PasswordField = ({ hasError, ...props }: PasswordFieldProps) => {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      type={isShown ? 'text' : 'password'}
      hasError={hasError}
      endControl={
        <Button
          className={joinClassNames(
            'amplify-field__show-password',
            hasError && 'amplify-button--outlined--error amplify-field__show-password--error',
          )}
          role="switch"
          aria-checked={isShown}
          aria-label="Show characters"
          onClick={() => setIsShown(!isShown)}
        >
          <span className="amplify-visually-hidden" aria-live="polite">
            {isShown ? 'Characters are shown' : 'Characters are hidden'}
          </span>
          <Icon size={16} aria-hidden="true" />
        </Button>
      }
      {...props}
    />
  );
};
