import { Button } from '@aws-amplify/ui-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  confirmLabel: string;
  dismissLabel?: string;
  isPending?: boolean;
  /** What the button says while that is pending. */
  loadingText?: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be undone. */
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

  // A dialog opens with the focus on its first button, and `autoFocus` comes too early to change that. After a
  // refusal the focus has to come back from nowhere: the button that had it was disabled meanwhile.
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
