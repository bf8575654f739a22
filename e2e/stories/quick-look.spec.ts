import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseAction, fileRow, upload } from '../support/files.ts';
import { listenToComplaints } from '../support/listen-to-complaints.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';
import { recordFilm } from '../support/record-film.ts';
import { createPdf, createPhoto, createSilence } from '../support/sample-files.ts';
import { createZip } from '../support/sample-zip.ts';

const quickLook = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

const fileButton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('Space opens a file, arrows lead through the list, and Escape returns to the file', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'report.docx', 'PK', 'application/octet-stream');
  await upload(page, 'silence.wav', createSilence(), 'audio/wav');
  await upload(page, 'main.ts', 'const answer: number = 42; // forty-two', 'video/mp2t');
  await upload(page, 'notes.txt', 'the notes');
  await upload(page, 'harbour.png', createPhoto(), 'image/png');

  await fileButton(page, 'harbour.png').focus();
  await page.keyboard.press('Space');
  await expect(quickLook(page, 'harbour.png').getByRole('img')).toHaveJSProperty('naturalWidth', 640);
  await page.keyboard.press('ArrowLeft');
  await expect(quickLook(page, 'harbour.png')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(quickLook(page, 'notes.txt').getByText('the notes')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const code = quickLook(page, 'main.ts');
  await expect(code.locator('.hljs-keyword')).toHaveText('const');
  await look(page, 'quick-look-code');
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  const sound = quickLook(page, 'silence.wav');
  await expect(sound.locator('audio')).toHaveJSProperty('duration', 1);
  await sound.getByLabel('Speed').selectOption('2×');
  await expect(sound.locator('audio')).toHaveJSProperty('playbackRate', 2);
  await look(page, 'quick-look-sound');
  await expectAccessible(page);
  await sound.getByRole('button', { name: 'Next file' }).click();
  const report = quickLook(page, 'report.docx');
  await expect(report.getByText("Word documents can't be previewed")).toBeVisible();
  await expect(report.getByRole('button', { name: 'Next file' })).toHaveAttribute('aria-disabled', 'true');
  await page.reload();
  await expect(report).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(sound).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await chooseAction(page, 'notes.txt', 'Open');
  await expect(quickLook(page, 'notes.txt')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(quickLook(page, 'harbour.png')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/files');
  expect(complaints).toEqual([]);
});

test('a film shows its first picture, plays and is faster when asked', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'square.webm', await recordFilm(page), 'video/webm');
  await upload(page, 'damaged.mp4', 'no film', 'video/mp4');

  await fileButton(page, 'damaged.mp4').click();
  await expect(quickLook(page, 'damaged.mp4').getByText('This video is damaged')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const film = quickLook(page, 'square.webm');
  const player = film.locator('video');
  await expect(player).toHaveJSProperty('videoWidth', 300);
  await look(page, 'quick-look-film');
  await expectAccessible(page);
  await film.getByLabel('Speed').selectOption('1.5×');
  await player.evaluate(async (video) => {
    if (video instanceof HTMLVideoElement) await video.play();
  });
  await expect(player).toHaveJSProperty('ended', true);
  await expect(player).toHaveJSProperty('playbackRate', 1.5);
});

test('a picture is zoomed and moved by buttons, keys and wheel', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  const circle =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>';
  const copies = Array.from(
    { length: 30 },
    (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(9)}</g>`,
  );
  const bomb = `<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"><path/></g>${copies.join('')}</svg>`;
  await upload(page, 'bomb.svg', bomb, 'image/svg+xml');
  await upload(page, 'circle.svg', circle, 'image/svg+xml');
  await upload(page, 'harbour.png', createPhoto(), 'image/png');
  await fileButton(page, 'harbour.png').click();
  const picture = quickLook(page, 'harbour.png');
  const image = picture.getByRole('img');
  const scale = picture.getByRole('status').filter({ hasText: '%' });
  await expect(image).toHaveJSProperty('naturalWidth', 640);
  await look(page, 'quick-look-picture');
  await expectAccessible(page);
  const widthBefore = (await image.boundingBox())?.width ?? 0;

  await picture.getByRole('button', { name: 'Zoom in' }).click();
  await expect(scale).not.toHaveText('100 %');
  await expect.poll(async () => (await image.boundingBox())?.width).toBeGreaterThan(widthBefore);
  await page.keyboard.press('0');
  await expect(scale).toHaveText('100 %');
  await image.hover();
  await page.mouse.wheel(0, -200);
  await expect(scale).not.toHaveText('100 %');
  const xBefore = (await image.boundingBox())?.x ?? 0;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await image.boundingBox())?.x).toBeLessThan(xBefore);
  await picture.getByRole('button', { name: 'Fit to window' }).click();
  await expect(scale).toHaveText('100 %');

  await page.keyboard.press('ArrowRight');
  const drawn = quickLook(page, 'circle.svg').getByRole('img');
  await expect.poll(() => drawn.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Next file' }).click();
  await expect(quickLook(page, 'bomb.svg').getByText('This drawing is too large to show')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(fileRow(page, 'harbour.png')).toBeVisible();
});

const readme = `# Harbour

Some **bold** words, [a site](https://elsewhere.example/), [the account](/account) and
![A boat](https://pictures.example/boat.png?reader=ana).

<script>document.title = 'taken over'</script><img src=x onerror="document.title = 'taken over'">

| Boat | Length |
| ---- | -----: |
| Ada  |   12 m |
`;

test('Markdown, tables and archives are shown, run nothing and tell nobody', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  const foreign: string[] = [];
  page.on(
    'request',
    (request) => new URL(request.url()).hostname !== 'localhost' && foreign.push(request.url()),
  );
  await signInAsNew(page, createPerson('Ana'));
  await upload(
    page,
    'wrong.zip',
    '<script>document.title = "taken over"</script>'.repeat(9),
    'application/zip',
  );
  await upload(
    page,
    'photos.zip',
    createZip({ 'photos/': '', 'photos/boat.txt': 'words' }),
    'application/zip',
  );
  await upload(page, 'long.csv', `name,note\nAna,"${'x'.repeat(2_000_000)}`, 'text/csv');
  await upload(page, 'people.csv', 'name;city\nAna;"Porto; Portugal"\nBen;<b>Lyon</b>\n', 'text/csv');
  await upload(page, 'README.md', readme, 'text/markdown');

  await fileButton(page, 'README.md').click();
  const document = quickLook(page, 'README.md');
  await expect(document.getByRole('heading', { name: 'Harbour' })).toBeVisible();
  await expect(document.locator('strong')).toHaveText('bold');
  await expect(document.getByRole('link', { name: 'a site' })).toHaveAttribute('rel', /noopener noreferrer/);
  await expect(document.getByRole('link', { name: 'A boat (picture from pictures.example)' })).toBeVisible();
  await expect(document.getByRole('link', { name: 'the account' })).toHaveCount(0);
  await expect(document.getByText('<script>document.title')).toBeVisible();
  await look(page, 'quick-look-markdown');
  await expectAccessible(page);

  await page.keyboard.press('ArrowRight');
  const table = quickLook(page, 'people.csv');
  await expect(table.getByRole('columnheader')).toHaveText(['name', 'city']);
  await expect(table.getByRole('cell')).toHaveText(['Ana', 'Porto; Portugal', 'Ben', '<b>Lyon</b>']);
  await look(page, 'quick-look-table');
  await expectAccessible(page);

  await page.keyboard.press('ArrowRight');
  const long = quickLook(page, 'long.csv');
  await expect(long.getByRole('columnheader')).toHaveText(['name', 'note']);
  await expect(long.getByText('Showing the first 1 MiB.')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  const archive = quickLook(page, 'photos.zip');
  await expect(archive.getByRole('listitem')).toHaveText(['photos/folder', 'photos/boat.txt5 bytes']);
  await look(page, 'quick-look-archive');
  await expectAccessible(page);

  await page.keyboard.press('ArrowRight');
  await expect(quickLook(page, 'wrong.zip').getByText('This ZIP archive is damaged')).toBeVisible();
  await expect(page).not.toHaveTitle('taken over');
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a PDF is drawn page by page with its text, and its script does not run', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'damaged.pdf', 'no PDF at all', 'application/pdf');
  const script = "app.alert('taken over'); document.title = 'taken over';";
  await upload(
    page,
    'contract.pdf',
    createPdf('The first page', script.replaceAll(/[()]/g, '\\$&')),
    'application/pdf',
  );

  const decoder = page.waitForResponse(/jbig2_nowasm_fallback/);

  await fileButton(page, 'contract.pdf').click();
  const contract = quickLook(page, 'contract.pdf');
  const first = contract.getByRole('region', { name: 'Page 1 of 1' });
  await expect(first.getByText('The first page')).toBeAttached();
  await expect(first.getByText('日本')).toBeAttached();
  expect((await decoder).ok()).toBe(true);
  const isDrawn = () =>
    first.locator('canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value, index) => index % 4 === 0 && value < 100);
    });
  await expect.poll(isDrawn).toBe(true);
  await look(page, 'quick-look-pdf');
  await expectAccessible(page);
  await expect(page).not.toHaveTitle('taken over');

  await page.getByRole('dialog').getByRole('button', { name: 'Next file' }).click();
  await expect(quickLook(page, 'damaged.pdf').getByText('This PDF is damaged')).toBeVisible();
  expect(complaints).toEqual([]);
});
