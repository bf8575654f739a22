import X from 'lucide-react/icons/x';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from './icon-button.tsx';
import { useTopmostDialog } from './modal-dialogs.ts';
import './toast.css';
import { type ShowToast, type Toast, ToastContext } from './toast-context.ts';

const maximumToasts = 3;
const lifeMilliseconds = 6_000;
// Slow readers and keyboard users need time to reach the button.
const lifeWithActionMilliseconds = 12_000;

type ShownToast = Toast & { id: number };

const ToastCard = ({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) => {
  const [isHeld, setIsHeld] = useState(false);
  const { id, message, action } = toast;

  useEffect(() => {
    if (isHeld) return;
    const life = action === undefined ? lifeMilliseconds : lifeWithActionMilliseconds;
    const timer = setTimeout(() => onDismiss(id), life);
    return () => clearTimeout(timer);
  }, [isHeld, action, id, onDismiss]);

  const act = () => {
    action?.onAction();
    onDismiss(id);
  };

  return (
    <li
      className="toast"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className="toast__message">{message}</span>
      {action && (
        <button type="button" className="toast__action" onClick={act}>
          {action.label}
        </button>
      )}
      <IconButton label="Close message" icon={X} onClick={() => onDismiss(id)} />
    </li>
  );
};

type ToastListProps = { toasts: ShownToast[]; onDismiss: (id: number) => void };

/** Rendered inside the topmost dialog, because everything else is inert, and in the top layer, above everything. */
const ToastList = ({ toasts, onDismiss }: ToastListProps) => {
  const list = useRef<HTMLUListElement>(null);
  const dialog = useTopmostDialog();

  useLayoutEffect(() => {
    // Disconnected while its dialog closes; the next render moves it elsewhere.
    if (list.current?.isConnected) list.current.togglePopover(toasts.length > 0);
  });

  return createPortal(
    <div role="status">
      <ul ref={list} className="toasts" popover="manual">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </ul>
    </div>,
    dialog ?? document.body,
  );
};

/** Shows toasts. The live region is always in the document, so that screen readers announce them. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, setToasts] = useState<ShownToast[]>([]);

  const dismiss = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);

  const show = useCallback<ShowToast>((toast) => {
    setToasts((shown) => {
      if (toast.action === undefined && shown.some(({ message }) => message === toast.message)) return shown;
      const id = (shown.at(-1)?.id ?? 0) + 1;
      return [...shown, { ...toast, id }].slice(-maximumToasts);
    });
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <ToastList toasts={toasts} onDismiss={dismiss} />
    </ToastContext>
  );
};
