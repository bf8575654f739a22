import type { ComponentProps } from 'react';
import { PlainLoader } from './plain-loader.tsx';

type PlainButtonProps = ComponentProps<'button'> & {
  /** Disables the button and shows this text instead of its content. */
  readonly loadingText?: string | undefined;
};

/** The primary button of Amplify UI without its code, for what the page of a public link shows. */
export const PlainButton = ({ loadingText, className = '', children, ...rest }: PlainButtonProps) => {
  const isLoading = loadingText !== undefined;
  const state = isLoading ? 'amplify-button--disabled amplify-button--loading' : '';
  return (
    <button
      type="button"
      className={`amplify-button amplify-button--primary amplify-field-group__control ${state} ${className}`}
      disabled={isLoading}
      {...rest}
    >
      {isLoading ? (
        <span className="amplify-flex amplify-button__loader-wrapper">
          <PlainLoader size="small" />
          {loadingText}
        </span>
      ) : (
        children
      )}
    </button>
  );
};
