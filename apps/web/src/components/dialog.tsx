import X from 'lucide-react/icons/x';
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';
import { IconButton } from './icon-button.tsx';
import { openModally } from './modal-dialogs.ts';
import { useBackdropPress } from './use-backdrop-press.ts';

type DialogProps = {
  title: string;
  children: ReactNode;
  width?: 'normal' | 'wide';
  /** Without it, only the dialog's content can close the dialog. */
  onClose?: () => void;
  /** Keeps the dialog open while a request runs whose result the dialog shows. */
  isPending?: boolean;
};

/** A modal dialog: open while rendered, and restores the focus when it unmounts. */
export const Dialog = ({ title, children, width = 'normal', onClose, isPending = false }: DialogProps) => {
  const leave = isPending ? undefined : onClose;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const backdropPress = useBackdropPress(leave);

  useLayoutEffect(() => {
    if (dialog.current) return openModally(dialog.current);
  }, []);

  const onCancel = (event: SyntheticEvent) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    leave?.();
  };

  // Chromium closes on the second Escape without firing `cancel`.
  const onClosed = ({ target }: SyntheticEvent) => {
    if (target !== dialog.current || !dialog.current.isConnected || dialog.current.open) return;
    if (leave) leave();
    else dialog.current.showModal();
  };

  return (
    <dialog
      ref={dialog}
      className={`dialog dialog--${width}`}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClosed}
      {...backdropPress}
    >
      <header className="dialog__header">
        <h2 className="dialog__title" id={titleId} title={title}>
          {title}
        </h2>
        {onClose && <IconButton label="Close" icon={X} disabled={isPending} onClick={onClose} />}
      </header>
      <div className="dialog__body">{children}</div>
    </dialog>
  );
};
