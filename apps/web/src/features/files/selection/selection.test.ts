import { expect, test } from 'vitest';
import { emptySelection, extendToRow, selectAllRows, toggleRow, withoutLostRows } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test('a row is selected and deselected', () => {
  const selected = toggleRow(toggleRow(emptySelection, 'b'), 'd');

  expect([...selected.ids]).toEqual(['b', 'd']);
  expect([...toggleRow(selected, 'b').ids]).toEqual(['d']);
});

test('a range extends from the row that was selected last, in both directions', () => {
  const anchored = toggleRow(emptySelection, 'c');

  const down = extendToRow(anchored, 'e', order);
  expect([...down.ids]).toEqual(['c', 'd', 'e']);
  expect([...extendToRow(down, 'a', order).ids]).toEqual(['a', 'b', 'c']);
});

test('a range without a row to extend from is one row', () => {
  expect([...extendToRow(emptySelection, 'd', order).ids]).toEqual(['d']);
  expect([...extendToRow({ ids: new Set(), anchorId: 'gone' }, 'd', order).ids]).toEqual(['d']);
});

test('rows that left the list are no longer selected', () => {
  const all = selectAllRows(order);

  expect([...withoutLostRows(all, ['b', 'd']).ids]).toEqual(['b', 'd']);
  expect(withoutLostRows(all, order)).toBe(all);
});
