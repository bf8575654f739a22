import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import './form.css';

type FormMessageProps = { tone: 'error' | 'success'; children: ReactNode };

/** What is to be said of a whole form; nothing when there is nothing to say. */
export const FormMessage = ({ tone, children }: FormMessageProps) => {
  const Icon = tone === 'error' ? CircleAlert : CircleCheck;
  const message = children ? (
    <p className={`form__message form__message--${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  ) : null;
  if (tone === 'error') return message;
  // Unlike an alert, a status is read out only if its place was there before (ARIA22 of WCAG's techniques).
  return (
    <div className="form__status" role="status">
      {message}
    </div>
  );
};
