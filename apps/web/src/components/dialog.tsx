import X from 'lucide-react/icons/x';
import {
  type KeyboardEventHandler,
  type ReactNode,
  type SyntheticEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import './dialog.css';
import { FileName } from './file-name.tsx';
import { IconButton } from './icon-button.tsx';
import { openModally } from './modal-dialogs.ts';
import { useBackdropPress } from './use-backdrop-press.ts';

type DialogProps = {
  title?: string;
  /** The file that the dialog is about; after the title. */
  fileName?: string;
  children: ReactNode;
  width?: 'normal' | 'wide';
  /** Without it, only the dialog's content can close the dialog. */
  onClose?: () => void;
  /** Keeps the dialog open while a request runs whose result the dialog shows. */
  isPending?: boolean;
  /** Moves the focus to the first field instead of the first button. */
  focusField?: boolean;
  onKeyDown?: KeyboardEventHandler<HTMLDialogElement> | undefined;
};

/** A modal dialog: open while rendered, and restores the focus when it unmounts. */
export const Dialog = (props: DialogProps) => {
  const {
    title,
    fileName,
    children,
    width = 'normal',
    onClose,
    isPending = false,
    focusField = false,
    onKeyDown,
  } = props;
  const leave = isPending ? undefined : onClose;
  const dialog = useRef<HTMLDialogElement>(null);
  const backdropPress = useBackdropPress(leave);

  useLayoutEffect(() => {
    if (dialog.current === null) return;
    const close = openModally(dialog.current);
    // React's `autoFocus` runs before the dialog is open, when nothing in it can have the focus.
    if (focusField) dialog.current.querySelector<HTMLElement>('input:not([hidden])')?.focus();
    return close;
  }, [focusField]);

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
      aria-label={[title, fileName].filter(Boolean).join(' ')}
      aria-busy={isPending}
      data-closable={onClose && ''}
      onCancel={onCancel}
      onClose={onClosed}
      onKeyDown={onKeyDown}
      {...backdropPress}
    >
      <div className="dialog__header">
        <h2 className="dialog__title">
          {title} {fileName !== undefined && <FileName name={fileName} />}
        </h2>
        {onClose && <IconButton label="Close" icon={X} disabled={isPending} onClick={onClose} />}
      </div>
      <div className="dialog__body">{children}</div>
    </dialog>
  );
};
