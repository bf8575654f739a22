import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import './form.css';

const appearances = {
  error: { role: 'alert', icon: CircleAlert },
  success: { role: 'status', icon: CircleCheck },
} as const;

type FormMessageProps = { tone: keyof typeof appearances; children: ReactNode };

/** What is to be said of a whole form; nothing when there is nothing to say. */
export const FormMessage = ({ tone, children }: FormMessageProps) => {
  const { role, icon: Icon } = appearances[tone];
  if (!children) return null;
  return (
    <p className={`form__message form__message--${tone}`} role={role}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
};
