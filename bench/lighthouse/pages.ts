import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { openShareDialog, upload } from '../../e2e/support/files.ts';
import { createPerson, signInAsNew } from '../../e2e/support/people.ts';
import { chromiumArguments } from '../../scripts/test/chromium.ts';

const files = ['agenda.txt', 'minutes.txt', 'budget.txt', 'invitation.txt'];

const createLink = async (page: Page, name: string): Promise<string> => {
  const dialog = await openShareDialog(page, name);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  return dialog.getByLabel('Public link', { exact: true }).inputValue();
};

/** A page of the app, and the profile of the browser that opens it. */
export type AuditedPage = { name: string; address: string; profile: string };

/** Signs up a user with a few files and a public link. Returns the pages that they and their visitors see. */
export const preparePages = async (
  baseURL: string,
  folder: string,
  executablePath: string,
): Promise<AuditedPage[]> => {
  const [visitor, owner] = [join(folder, 'visitor'), join(folder, 'owner')];
  const browser = await chromium.launchPersistentContext(owner, {
    executablePath,
    baseURL,
    args: chromiumArguments,
  });
  const page = await browser.newPage();
  await signInAsNew(page, createPerson('Ana'));
  for (const name of files) await upload(page, name, name);
  const link = await createLink(page, 'agenda.txt');
  await browser.close();
  return [
    { name: 'public link', address: link, profile: visitor },
    { name: 'sign-in', address: `${baseURL}/sign-in`, profile: visitor },
    { name: 'files', address: `${baseURL}/files`, profile: owner },
  ];
};
