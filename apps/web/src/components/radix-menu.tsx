import { Content, Item, Portal, Root, Trigger } from '@radix-ui/react-dropdown-menu';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import type { MenuAction } from './menu.tsx';
import './menu.css';

type RadixMenuProps = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly isOpenedByKey: boolean;
  readonly tabIndex?: number | undefined;
};

// Radix has not seen the key that opened the menu, which would move the focus to the first action.
const focusFirstAction = (menu: HTMLElement | null): void =>
  menu?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });

/**
 * An open menu with its button. Uses Radix directly: Amplify UI wraps the modal variant of Radix's menu,
 * which writes an inline <style> that a strict Content-Security-Policy blocks.
 */
export const RadixMenu = ({ label, actions, isOpenedByKey, tabIndex }: RadixMenuProps) => {
  const trigger = useRef<HTMLButtonElement>(null);
  const selected = useRef<() => void>(undefined);

  // Runs the action once the focus is back on the button, so that a dialog it opens returns the focus there. Without
  // an action, Radix leaves the focus where the user pressed.
  const actOnceClosed = (event: Event) => {
    const act = selected.current;
    if (act === undefined) return;
    selected.current = undefined;
    event.preventDefault();
    trigger.current?.focus();
    act();
  };

  return (
    <Root modal={false} defaultOpen>
      <Trigger asChild>
        <IconButton ref={trigger} tabIndex={tabIndex} label={label} icon={EllipsisVertical} />
      </Trigger>
      {/* In the page's main landmark, where screen readers expect content. */}
      <Portal container={document.querySelector('main')}>
        <Content
          {...(isOpenedByKey && { ref: focusFirstAction })}
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={actOnceClosed}
        >
          {actions.map(({ label: actionLabel, icon: Icon, tone = 'normal', onSelect }) => (
            <Item
              key={actionLabel}
              className={`menu__item menu__item--${tone}`}
              onSelect={() => {
                selected.current = onSelect;
              }}
            >
              <Icon size={18} aria-hidden="true" />
              {actionLabel}
            </Item>
          ))}
        </Content>
      </Portal>
    </Root>
  );
};
