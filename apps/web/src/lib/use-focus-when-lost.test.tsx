// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useFocusWhenLost } from './use-focus-when-lost.ts';

afterEach(cleanup);

const List = ({ names }: { names: string[] }) => {
  const heading = useFocusWhenLost<HTMLHeadingElement>(names.length);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        Names
      </h2>
      {names.map((name) => (
        <button key={name} type="button">
          {name}
        </button>
      ))}
    </>
  );
};

test('focuses the heading when the focused row disappears', async () => {
  const { rerender } = render(<List names={['a', 'b']} />);
  await userEvent.click(screen.getByRole('button', { name: 'a' }));

  rerender(<List names={['b']} />);

  expect(document.activeElement).toBe(screen.getByRole('heading'));
});

test('keeps the focus when another row disappears', () => {
  const { rerender } = render(<List names={['a', 'b']} />);

  rerender(<List names={['b']} />);

  expect(document.activeElement).toBe(document.body);
});
