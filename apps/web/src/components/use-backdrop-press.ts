import { type MouseEvent, type PointerEvent, useRef } from 'react';

// Presses on the backdrop have the dialog as their target; so have those on its scrollbar, which lies within.
const isOnBackdrop = ({ target, currentTarget, clientX, clientY }: MouseEvent): boolean => {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
};

/**
 * For a modal dialog: tells of a press beside it. Not before the click, since the rest of a tap would hit what
 * lies under the dialog; nor by the click alone, which also ends a selection that is dragged out of a field.
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
