import type { ReactNode } from 'react';
import './field-with-button.css';

/** A field with its button, side by side if they fit. */
export const FieldWithButton = ({ children }: { children: ReactNode }) => (
  <div className="field-with-button">{children}</div>
);
