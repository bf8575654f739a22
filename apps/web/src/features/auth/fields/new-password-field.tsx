import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import { type ComponentProps, useId, useState } from 'react';
import { PasswordField } from '#components/password-field.tsx';
import './new-password-field.css';
import { passwordRules } from './password-schema.ts';

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, 'autoComplete' | 'onChange'>;

/** Shows the password rules and which of them are met. */
export const NewPasswordField = (props: NewPasswordFieldProps) => {
  const [password, setPassword] = useState('');
  const rulesId = useId();
  return (
    <div>
      <PasswordField
        {...props}
        autoComplete="new-password"
        onChange={({ target }) => setPassword(target.value)}
        aria-details={rulesId}
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
    </div>
  );
};
