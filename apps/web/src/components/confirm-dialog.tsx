import { Button } from '@aws-amplify/ui-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  title: string;
  /** The consequences, and whether they can be undone. */
  children: ReactNode;
  confirmLabel: string;
  dismissLabel?: string;
  isPending?: boolean;
  /** Label of the confirm button while `isPending`. */
  loadingText?: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks for confirmation before a destructive action. */
export const ConfirmDialog = ({
  title,
  children,
  confirmLabel,
  dismissLabel = 'Cancel',
  isPending = false,
  loadingText = confirmLabel,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => {
  const dismiss = useRef<HTMLButtonElement>(null);

  // A dialog focuses its first button when it opens, and `autoFocus` runs too early to change that. After an error
  // the focus is lost, because the focused button was disabled during the request.
  useEffect(() => {
    if (!isPending) dismiss.current?.focus();
  }, [isPending]);

  return (
    <Dialog title={title} onClose={onClose} isPending={isPending}>
      <div className="dialog__text">{children}</div>
      <div className="dialog__actions">
        <Button ref={dismiss} isDisabled={isPending} onClick={onClose}>
          {dismissLabel}
        </Button>
        <Button variation="destructive" isLoading={isPending} loadingText={loadingText} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
};
