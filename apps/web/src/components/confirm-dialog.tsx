import { Button } from '@aws-amplify/ui-react';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  confirmLabel: string;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be undone. */
export const ConfirmDialog = ({
  title,
  children,
  confirmLabel,
  isPending = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => (
  <Dialog title={title} onClose={onClose}>
    <div>{children}</div>
    <div className="dialog__actions">
      <Button autoFocus onClick={onClose}>
        Cancel
      </Button>
      <Button variation="destructive" isLoading={isPending} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </div>
  </Dialog>
);
