import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './field.tsx';
import { joinClassNames } from './join-class-names.ts';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id'> & FieldTexts;

/** A list of options with its label, in the look of Amplify UI. */
export const SelectField = ({
  label,
  labelHidden,
  descriptiveText,
  hasError,
  errorMessage,
  className,
  ...select
}: SelectFieldProps) => (
  <Field
    className={joinClassNames('amplify-selectfield', className)}
    {...{ label, labelHidden, descriptiveText, hasError, errorMessage }}
  >
    {(control) => (
      <div className="amplify-select__wrapper">
        <select
          className={joinClassNames(
            'amplify-select amplify-field-group__control',
            hasError && 'amplify-select--error',
          )}
          {...control}
          {...select}
        />
        <div className="amplify-flex amplify-select__icon" aria-hidden="true">
          <ChevronDown size={16} />
        </div>
      </div>
    )}
  </Field>
);
