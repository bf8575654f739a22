import { expect, type Page, test } from '@playwright/test';

const sizes = [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];

const tablets = [
  { name: 'tablet', width: 834, height: 1112 },
  { name: 'tablet-on-its-side', width: 1024, height: 768 },
];

/** The page, and the dialogs on it: each may scroll up and down, and none sideways. */
const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ),
  );

const lookAt = async (page: Page, name: string, { name: size, width, height }: (typeof sizes)[number]) => {
  await page.setViewportSize({ width, height });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: test.info().outputPath(`${name}-${size}-${colorScheme}.png`) });
    expect(await scrollsSideways(page), `${name} at ${width} px scrolls sideways`).toBe(false);
  }
};

/** Looks at the page as it is at both widths, light and dark; the pictures stay in the test's folder. */
export const look = async (page: Page, name: string): Promise<void> => {
  for (const size of sizes) await lookAt(page, name, size);
};

const readableWidth = 160;

/** Looks at a list with a long name also at the widths between, where its columns have the least room. */
export const lookAtList = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  for (const tablet of tablets) {
    await lookAt(page, name, tablet);
    const names = await page.getByRole('rowheader').getByRole('button').all();
    const widths = await Promise.all(names.map(async (button) => (await button.boundingBox())?.width ?? 0));
    expect(Math.max(...widths), `${name} at ${tablet.width} px`).toBeGreaterThanOrEqual(readableWidth);
  }
};
