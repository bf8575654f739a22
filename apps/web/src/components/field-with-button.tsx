import type { ReactNode } from 'react';
import './field-with-button.css';

/** A field and the button that acts on it, beside each other where there is room. */
export const FieldWithButton = ({ children }: { children: ReactNode }) => (
  <div className="field-with-button">{children}</div>
);
