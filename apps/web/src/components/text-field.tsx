import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldTexts } from './field.tsx';
import { joinClassNames } from './join-class-names.ts';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'readOnly'> &
  FieldTexts & {
    readonly isReadOnly?: boolean;
    /** A control after the input, in the same box. */
    readonly endControl?: ReactNode;
  };

/** One line of text with its label, in the look of Amplify UI. */
export const TextField = ({
  label,
  labelHidden,
  descriptiveText,
  hasError,
  errorMessage,
  className,
  isReadOnly,
  endControl,
  ...input
}: TextFieldProps) => (
  <Field
    className={joinClassNames('amplify-textfield', className)}
    {...{ label, labelHidden, descriptiveText, hasError, errorMessage }}
  >
    {(control) => (
      <div className="amplify-flex amplify-field-group amplify-field-group--horizontal">
        <div className="amplify-field-group__field-wrapper amplify-field-group__field-wrapper--horizontal">
          <input
            type="text"
            className={joinClassNames(
              'amplify-input amplify-field-group__control',
              hasError && 'amplify-input--error',
            )}
            readOnly={isReadOnly}
            {...control}
            {...input}
          />
        </div>
        {endControl && <div className="amplify-field-group__outer-end">{endControl}</div>}
      </div>
    )}
  </Field>
);
