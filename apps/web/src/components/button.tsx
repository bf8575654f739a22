import type { ComponentProps } from 'react';
import { joinClassNames } from './join-class-names.ts';
import { Loader } from './loader.tsx';

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variation?: 'primary' | 'link' | 'destructive';
  size?: 'small' | undefined;
  isFullWidth?: boolean;
  isDisabled?: boolean | undefined;
  /** Disables the button and shows `loadingText` instead of its content. */
  isLoading?: boolean | undefined;
  loadingText?: string;
};

const variations = {
  primary: 'amplify-button--primary',
  link: 'amplify-button--link',
  destructive: 'amplify-button--destructive',
};

/** A button in the look of Amplify UI. */
export const Button = ({
  variation,
  size,
  isFullWidth,
  isLoading,
  isDisabled = isLoading,
  loadingText,
  className,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    className={joinClassNames(
      'amplify-button amplify-field-group__control',
      variation && variations[variation],
      size === 'small' && 'amplify-button--small',
      isDisabled && 'amplify-button--disabled',
      isLoading && 'amplify-button--loading',
      isFullWidth && 'amplify-button--fullwidth',
      className,
    )}
    disabled={isDisabled}
    {...rest}
  >
    {isLoading ? (
      <span className="amplify-flex amplify-button__loader-wrapper">
        <Loader size={size} />
        {loadingText}
      </span>
    ) : (
      children
    )}
  </button>
);
