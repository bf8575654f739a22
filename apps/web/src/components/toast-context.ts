import { createContext, use } from 'react';

export type Toast = {
  message: string;
  action?: { label: string; onAction: () => void };
};

export type ShowToast = (toast: Toast) => void;

export const ToastContext = createContext<ShowToast | null>(null);

/** Returns a function that shows a short message to the user. */
export const useToast = (): ShowToast => {
  const showToast = use(ToastContext);
  if (showToast === null) throw new Error('useToast needs a ToastProvider above it.');
  return showToast;
};
