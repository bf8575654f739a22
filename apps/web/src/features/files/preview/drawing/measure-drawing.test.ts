// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { measureDrawing } from './measure-drawing.ts';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${content}</svg>`;

test('counts the elements of a drawing, and those that it refers to', () => {
  expect(measureDrawing(svg('<circle r="4"/>'))).toBe(2);
  expect(measureDrawing(svg('<g id="a"><path/></g><use href="#a"/><use xlink:href="#a"/>'))).toBe(9);
  expect(measureDrawing(svg('<linearGradient id="a"><stop/></linearGradient><path fill="url(#a)"/>'))).toBe(
    6,
  );
});

/** Thirty times ten of the one before. */
const nest = (element: string, draw: (id: string) => string): string =>
  svg(
    Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? `<${element} id="part0"><path/></${element}>`
        : `<${element} id="part${level}">${draw(`part${level - 1}`).repeat(10)}</${element}>`,
    ).join(''),
  );

test.each([
  ['copies', nest('g', (id) => `<use href="#${id}"/>`)],
  ['patterns', nest('pattern', (id) => `<path fill="url(#${id})"/>`)],
  ['masks', nest('mask', (id) => `<path style="mask: url('#${id}')"/>`)],
])('counts more nested %s than a browser can draw', (_, drawing) => {
  expect(measureDrawing(drawing)).toBeGreaterThan(1e20);
});

test('counts what a style sheet refers to', () => {
  const patterns = nest('pattern', (id) => `<path fill="url(#${id})"/>`);
  const styled = patterns.replace(
    '</svg>',
    '<style>.a { fill: url(#part29) }</style><path class="a"/></svg>',
  );

  expect(measureDrawing(styled)).toBeGreaterThan(measureDrawing(patterns) ?? 0);
});

test.each([
  '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
  `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1_000)}">]>`,
  '<!DOCTYPE svg [<!ENTITY % a "lol">]>',
])('does not count what %s expands to', (declaration) => {
  expect(measureDrawing(declaration + svg('<path/>'))).toBe(Number.POSITIVE_INFINITY);
});

test('does not count a drawing in a drawing', () => {
  expect(measureDrawing(svg('<image href="data:image/svg+xml,&lt;svg/>"/>'))).toBe(Number.POSITIVE_INFINITY);
});

test('does not count a chain of references without end', () => {
  const chain = Array.from(
    { length: 50_000 },
    (_, link) => `<g id="part${link}"><use href="#part${link + 1}"/></g>`,
  );

  expect(measureDrawing(svg(chain.join('')))).toBe(Number.POSITIVE_INFINITY);
});

test('ends at references in a circle', () => {
  expect(measureDrawing(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBeLessThan(
    20,
  );
});

test.each(['no XML', '<html/>', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'])(
  'knows that %j is no drawing',
  (text) => {
    expect(measureDrawing(text)).toBeUndefined();
  },
);
