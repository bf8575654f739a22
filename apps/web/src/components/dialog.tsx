import X from 'lucide-react/icons/x';
import {
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import './dialog.css';
import { IconButton } from './icon-button.tsx';

type DialogProps = {
  title: string;
  children: ReactNode;
  width?: 'normal' | 'wide';
  /** Without it the dialog can be left only by what is inside it. */
  onClose?: () => void;
};

/** A modal dialog; it is open as long as it is rendered, and gives the focus back when it goes. */
export const Dialog = ({ title, children, width = 'normal', onClose }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const keepOpen = (event: SyntheticEvent) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    onClose?.();
  };

  // Chromium closes at the second Escape whatever `cancel` says.
  const reopen = () => {
    if (onClose === undefined && dialog.current?.isConnected) dialog.current.showModal();
  };

  // Pointer down and not click: a selection that is dragged out of a field must not close the dialog.
  const closeFromBackdrop = (event: PointerEvent) => {
    if (event.target === dialog.current) onClose?.();
  };

  return (
    <dialog
      ref={dialog}
      className={`dialog dialog--${width}`}
      aria-labelledby={titleId}
      onCancel={keepOpen}
      onClose={reopen}
      onPointerDown={closeFromBackdrop}
    >
      <header className="dialog__header">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        {onClose && <IconButton label="Close" icon={X} onClick={onClose} />}
      </header>
      <div className="dialog__body">{children}</div>
    </dialog>
  );
};
