import type { Page } from '@playwright/test';

/**
 * Returns the targets that are smaller than 44 by 44 CSS pixels (WCAG 2.5.5), in the topmost dialog or on the page. Links
 * in running text are exempt, and a label belongs to the target in it. The edge of a button can be a pseudo-element that covers its positioned container.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const areaOf = (target: Element): DOMRect => {
      const label = target.closest('label');
      if (label !== null) return label.getBoundingClientRect();
      const { content, position } = getComputedStyle(target, '::after');
      if (content === 'none' || position !== 'absolute') return target.getBoundingClientRect();
      let container = target;
      while (getComputedStyle(container).position === 'static' && container.parentElement !== null)
        container = container.parentElement;
      return container.getBoundingClientRect();
    };
    const openDialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const targets = (openDialog ?? document).querySelectorAll(
      'a[href], button:enabled, input, select, textarea, summary, [role="menuitem"]',
    );
    return [...targets]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => getComputedStyle(target).display !== 'inline')
      .map((target) => ({ target, area: areaOf(target) }))
      .filter(({ area }) => Math.round(area.width) < 44 || Math.round(area.height) < 44)
      .map(({ target, area }) => `${target.outerHTML.slice(0, 120)} ${area.width} × ${area.height}`);
  });
