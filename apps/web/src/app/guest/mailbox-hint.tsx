import Mail from 'lucide-react/icons/mail';
import { useWebConfig } from '#config/web-config-context.tsx';
import './mailbox-hint.css';

/** Local development sends no email: codes arrive in a local mailbox. */
export const MailboxHint = () => {
  const { mailboxUrl } = useWebConfig();
  if (mailboxUrl === undefined) return null;
  return (
    <footer className="mailbox-hint">
      <Mail size={16} aria-hidden="true" />
      <span>
        Running locally: codes arrive in the{' '}
        <a href={mailboxUrl} target="_blank" rel="noreferrer">
          local mailbox
        </a>
      </span>
    </footer>
  );
};
