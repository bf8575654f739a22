import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects that axe finds no violation of WCAG 2.2, levels A and AA, or of its best practices. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    // Describing each element that passes takes axe longer than all of its checks.
    .options({ resultTypes: ['violations'] })
    // Without this, axe opens a page of its own to merge the results of frames; ours has none.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
};
