import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, 'previous' | 'next'>> = { ArrowLeft: 'previous', ArrowRight: 'next' };

/** Whether arrows already have a meaning there: they seek in a player, choose in a list, scroll what is too wide. */
const usesArrows = (element: Element): boolean =>
  element.closest('audio, video, input, select, textarea') !== null ||
  element.scrollWidth > element.clientWidth + 1;

/** Returns the file that a pressed key asks for. */
export const stepOf = ({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  return target instanceof Element && !usesArrows(target) ? steps[key] : undefined;
};
