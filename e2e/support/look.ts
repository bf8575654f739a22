import { expect, type Page, test } from '@playwright/test';
import { smallTargets } from './small-targets.ts';

const sizes = [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];

const tablets = [
  { name: 'tablet', width: 834, height: 1112 },
  { name: 'tablet-landscape', width: 1024, height: 768 },
];

// A test compares nothing with them, and 300 take a while.
const takesScreenshots = process.env.SCREENSHOTS !== undefined;

/** Whether the page or a dialog on it can scroll sideways. */
const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ),
  );

const lookAt = async (page: Page, name: string, { name: size, width, height }: (typeof sizes)[number]) => {
  await page.setViewportSize({ width, height });
  if (size === 'phone') expect(await smallTargets(page), `small targets of ${name}`).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = test.info().outputPath(`${name}-${size}-${colorScheme}.png`);
    if (takesScreenshots) await page.screenshot({ path });
    expect(await scrollsSideways(page), `${name} at ${width} px scrolls sideways`).toBe(false);
  }
};

/**
 * Expects no sideways scrolling at both widths, light and dark, and no small targets on a phone; with `SCREENSHOTS=1`,
 * also takes screenshots.
 */
export const look = async (page: Page, name: string): Promise<void> => {
  for (const size of sizes) await lookAt(page, name, size);
};

const readableWidth = 160;

/** Like `look`, and also at tablet widths, where the columns of a list have the least room. */
export const lookAtList = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  for (const tablet of tablets) {
    await lookAt(page, name, tablet);
    const names = await page.getByRole('rowheader').getByRole('button').all();
    const widths = await Promise.all(names.map(async (button) => (await button.boundingBox())?.width ?? 0));
    expect(Math.max(...widths), `${name} at ${tablet.width} px`).toBeGreaterThanOrEqual(readableWidth);
  }
};
