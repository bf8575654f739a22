import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import './icon-button.css';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  label: string;
  icon: LucideIcon;
};

export const IconButton = ({ label, icon: Icon, className = '', ...rest }: IconButtonProps) => (
  <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
    <Icon size={20} aria-hidden="true" />
  </button>
);
