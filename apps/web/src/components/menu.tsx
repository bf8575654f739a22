import type { LucideIcon } from 'lucide-react';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import type { RadixMenu } from './radix-menu.tsx';

export type MenuAction = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone?: 'danger';
  readonly onSelect: () => void;
};

type MenuProps = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly tabIndex?: number | undefined;
};

type OpenedMenu = { readonly Component: typeof RadixMenu; readonly isOpenedByKey: boolean };

/** A button that opens a list of actions, whose code is loaded when a menu is first opened. */
export const Menu = (props: MenuProps) => {
  const [opened, setOpened] = useState<OpenedMenu>();
  const isWanted = useRef(false);

  const open = async (isOpenedByKey: boolean) => {
    isWanted.current = true;
    const { RadixMenu: Component } = await import('./radix-menu.tsx');
    // The user may have gone on meanwhile: a menu would take the focus.
    if (isWanted.current) setOpened({ Component, isOpenedByKey });
  };

  if (opened) return <opened.Component {...props} isOpenedByKey={opened.isOpenedByKey} />;
  return (
    <IconButton
      label={props.label}
      icon={EllipsisVertical}
      tabIndex={props.tabIndex}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={({ detail }: MouseEvent) => void open(detail === 0)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'ArrowDown') void open(true);
      }}
      onBlur={() => {
        isWanted.current = false;
      }}
    />
  );
};
