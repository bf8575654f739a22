import type { Page } from '@playwright/test';

/** Collects the violations and warnings that the browser reports, and the errors that the page throws. */
export const listenToComplaints = async (page: Page): Promise<string[]> => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'warning' && complaints.push(message.text()));
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = violation;
      Reflect.get(window, 'complain')(`${effectiveDirective}: ${blockedURI} ${sourceFile}:${lineNumber}`);
    });
  });
  return complaints;
};
