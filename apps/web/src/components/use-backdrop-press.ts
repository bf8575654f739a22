import { type MouseEvent, type PointerEvent, useRef } from 'react';

// A press on the backdrop has the dialog as its target. So has a press on the scrollbar, which is inside the box.
const isOnBackdrop = ({ target, currentTarget, clientX, clientY }: MouseEvent): boolean => {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
};

/**
 * Calls `onPress` when the user presses beside a modal dialog. Waits for the click, because the rest of a tap would
 * hit the page under the dialog. Requires the pointer to go down there too, because dragging a selection out of a
 * field also ends in a click.
 */
export const useBackdropPress = (onPress: (() => void) | undefined) => {
  const hasBegun = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      hasBegun.current = isOnBackdrop(event);
    },
    onClick: (event: MouseEvent) => {
      if (hasBegun.current && isOnBackdrop(event)) onPress?.();
    },
  };
};
