const takers = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Whether keys that are pressed there write or choose something. */
export const takesText = (target: Element): boolean => target.matches(takers);
