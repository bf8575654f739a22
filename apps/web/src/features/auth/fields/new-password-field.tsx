import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import { type ComponentProps, useId, useState } from 'react';
import { PasswordField } from '#components/password-field.tsx';
import './new-password-field.css';
import { passwordManagerRules, passwordRules } from './password-schema.ts';
import { PasswordStrengthHint } from './password-strength-hint.tsx';

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, 'autoComplete' | 'onChange'> & {
  /** The user's address, which makes a weak password. */
  email?: string;
};

/** Shows the password rules, which of them are met, and how easily the password is guessed. */
export const NewPasswordField = ({ email = '', ...props }: NewPasswordFieldProps) => {
  const [password, setPassword] = useState('');
  const rulesId = useId();
  return (
    <div>
      <PasswordField
        {...props}
        autoComplete="new-password"
        onChange={({ target }) => setPassword(target.value)}
        aria-details={rulesId}
        {...passwordManagerRules}
      />
      <ul className="password-rules" id={rulesId} aria-label="A password needs">
        {passwordRules.map(({ label, pattern }) => {
          const isMet = pattern.test(password);
          const Icon = isMet ? Check : Circle;
          return (
            <li key={label} className={isMet ? 'password-rules__rule--met' : undefined}>
              <Icon size={14} aria-label={isMet ? 'Done:' : 'Needed:'} />
              {label}
            </li>
          );
        })}
      </ul>
      <PasswordStrengthHint password={password} email={email} />
    </div>
  );
};
