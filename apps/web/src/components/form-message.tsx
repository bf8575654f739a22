import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import './form.css';

type FormMessageProps = { tone: 'error' | 'success'; children: ReactNode };

/** A message about a whole form; renders nothing without children. */
export const FormMessage = ({ tone, children }: FormMessageProps) => {
  const Icon = tone === 'error' ? CircleAlert : CircleCheck;
  const message = children ? (
    <p className={`form__message form__message--${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  ) : null;
  if (tone === 'error') return message;
  // Unlike an alert, a status is announced only if its element existed before (WCAG technique ARIA22).
  return (
    <div className="form__status" role="status">
      {message}
    </div>
  );
};
