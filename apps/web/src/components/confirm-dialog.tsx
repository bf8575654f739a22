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
  onConfirm,
  onClose,
}: ConfirmDialogProps) => {
  const dismiss = useRef<HTMLButtonElement>(null);

  // A dialog opens with the focus on its first button, and `autoFocus` comes too early to change that.
  useEffect(() => dismiss.current?.focus(), []);

  return (
    <Dialog title={title} onClose={onClose}>
      <div>{children}</div>
      <div className="dialog__actions">
        <Button ref={dismiss} onClick={onClose}>
          {dismissLabel}
        </Button>
        <Button variation="destructive" isLoading={isPending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
};
