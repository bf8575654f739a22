import type { StepHeader } from '../sign-in/sign-in-context.ts';
import './dialog-step-header.css';

/** The header of a sign-in step in a dialog, below the dialog's own title. */
export const DialogStepHeader: StepHeader = ({ title, children }) => (
  <header className="dialog-step-header">
    <h3>{title}</h3>
    <p>{children}</p>
  </header>
);
