import { type ReactNode, useId } from 'react';
import { joinClassNames } from './join-class-names.ts';

/** The texts of a field, and whether its value was refused. */
export type FieldTexts = {
  readonly label: ReactNode;
  /** Keeps the label for assistive technology only. */
  readonly labelHidden?: boolean | undefined;
  readonly descriptiveText?: ReactNode;
  readonly hasError?: boolean | undefined;
  readonly errorMessage?: ReactNode;
};

type FieldProps = FieldTexts & {
  readonly className: string | undefined;
  /** Renders the control with the attributes that connect it to the texts. */
  readonly children: (control: ControlAttributes) => ReactNode;
};

type ControlAttributes = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

/** A control with its label, description and error, in the look of Amplify UI. */
export const Field = ({
  className,
  label,
  labelHidden,
  descriptiveText,
  hasError = false,
  errorMessage,
  children,
}: FieldProps) => {
  const id = useId();
  const errorId = hasError && errorMessage ? `${id}-error` : undefined;
  const descriptionId = descriptiveText ? `${id}-description` : undefined;
  const describedBy = joinClassNames(errorId, descriptionId);
  return (
    <div className={joinClassNames('amplify-flex amplify-field', className)}>
      <label
        className={joinClassNames('amplify-label', labelHidden && 'amplify-visually-hidden')}
        htmlFor={id}
      >
        {label}
      </label>
      {descriptionId && (
        <p className="amplify-text amplify-field__description" id={descriptionId}>
          {descriptiveText}
        </p>
      )}
      {children({ id, 'aria-invalid': hasError, 'aria-describedby': describedBy || undefined })}
      {errorId && (
        <p className="amplify-text amplify-field__error-message" id={errorId}>
          {errorMessage}
        </p>
      )}
    </div>
  );
};
