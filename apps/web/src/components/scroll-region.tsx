import type { ReactNode, Ref } from 'react';

type ScrollRegionProps = { label: string; className: string; children: ReactNode; ref?: Ref<HTMLElement> };

/** Text that scrolls inside the page; it takes the focus, so that the keyboard can scroll it. */
export const ScrollRegion = ({ label, className, children, ref }: ScrollRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable
  <section ref={ref} className={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
