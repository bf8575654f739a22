// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { formatDate } from './format-date.ts';
import { useNow } from './use-now.ts';

const Age = ({ instant }: { instant: string }) => <p>{formatDate(instant, useNow())}</p>;

const texts = () => screen.getAllByText(/./).map(({ textContent }) => textContent);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('keeps relative times up to date with one timer for all of them, and with none once they are gone', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') });
  const { unmount } = render(
    <>
      <Age instant="2026-11-24T12:00:00Z" />
      <Age instant="2026-11-24T11:59:00Z" />
    </>,
  );
  expect(texts()).toEqual(['now', '1 minute ago']);
  expect(vi.getTimerCount()).toBe(1);

  act(() => vi.advanceTimersByTime(2 * 60_000));

  expect(texts()).toEqual(['2 minutes ago', '3 minutes ago']);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
