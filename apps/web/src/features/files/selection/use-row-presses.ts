import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { ItemSelection } from './use-selection.ts';

const longPressMilliseconds = 500;

// Controls of a row that a press with a modifier key leaves alone.
const ownControls = '.icon-button, .item-list__check, [role="menu"]';

const isOnOwnControl = ({ target }: { target: EventTarget }): boolean =>
  target instanceof Element && target.closest(ownControls) !== null;

/**
 * Handlers of a row: a click with Ctrl, ⌘ or Shift selects, and so does a long press of a finger. While rows are selected,
 * a finger selects with a tap.
 */
export const useRowPresses = (selection: ItemSelection) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const isTouch = useRef(false);

  const cancel = () => clearTimeout(timer.current);

  return (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      cancel();
      wasLong.current = false;
      isTouch.current = event.pointerType === 'touch';
      if (!isTouch.current || isOnOwnControl(event)) return;
      timer.current = setTimeout(() => {
        wasLong.current = true;
        selection.toggle(id);
      }, longPressMilliseconds);
    },
    // The browser cancels the pointer when the finger scrolls.
    onPointerCancel: cancel,
    onPointerUp: cancel,
    onContextMenu: (event: MouseEvent) => {
      if (isTouch.current) event.preventDefault();
    },
    // Shift would select text.
    onMouseDown: (event: MouseEvent) => {
      if (event.shiftKey) event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (isOnOwnControl(event)) return;
      const isTap = isTouch.current && selection.items.length > 0;
      const adds = event.ctrlKey || event.metaKey || isTap;
      if (!adds && !event.shiftKey && !wasLong.current) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) selection.extendTo(id);
      else if (!wasLong.current) selection.toggle(id);
      wasLong.current = false;
    },
  });
};
