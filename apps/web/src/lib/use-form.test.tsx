// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { type FormProblem, useForm } from './use-form.ts';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name.')),
  note: z.string(),
});

type ExampleFormProps = {
  submit: (values: z.infer<typeof schema>) => Promise<void>;
  explain: (error: Error) => FormProblem;
};

const ExampleForm = ({ submit, explain }: ExampleFormProps) => {
  const { formProps, fieldProps, message } = useForm({ schema, submit, explain });
  const { hasError, errorMessage, ...name } = fieldProps('name');
  return (
    <form {...formProps}>
      <input aria-label="Name" aria-invalid={hasError} {...name} />
      <input aria-label="Note" name="note" />
      <p>{errorMessage}</p>
      <p role="alert">{message}</p>
      <button type="submit">Save</button>
    </form>
  );
};

const renderForm = (props: ExampleFormProps) => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ExampleForm {...props} />
    </QueryClientProvider>,
  );
  return {
    name: screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }),
    note: screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' }),
    save: screen.getByRole('button', { name: 'Save' }),
  };
};

const explainNothing = (): FormProblem => ({});

let user = userEvent.setup();

beforeEach(() => {
  user = userEvent.setup();
});

afterEach(cleanup);

test('submits the parsed values', async () => {
  const submitted: unknown[] = [];
  const { name, note, save } = renderForm({
    submit: async (values) => void submitted.push(values),
    explain: explainNothing,
  });

  await user.type(name, ' Ana ');
  await user.type(note, 'hello');
  await user.click(save);

  expect(submitted).toEqual([{ name: 'Ana', note: 'hello' }]);
});

test('shows the error of an invalid field, focuses it and keeps the input', async () => {
  const { name, note, save } = renderForm({ submit: async () => undefined, explain: explainNothing });

  await user.type(note, 'typed');
  await user.click(save);

  expect(await screen.findByText('Enter a name.')).toBeDefined();
  expect(document.activeElement).toBe(name);
  expect(note.value).toBe('typed');
});

test('explains an error, keeps the input and clears the error on the next attempt', async () => {
  let tries = 0;
  const { name, save } = renderForm({
    submit: async () => {
      tries += 1;
      if (tries === 1) throw new Error('refused');
    },
    explain: (error) => ({ message: `It was ${error.message}.` }),
  });

  await user.type(name, 'Ana');
  await user.click(save);
  expect(await screen.findByText('It was refused.')).toBeDefined();
  expect(name.value).toBe('Ana');
  expect(document.activeElement).toBe(save);

  await user.click(save);
  expect(screen.queryByText('It was refused.')).toBeNull();
});

test('does not report a malformed response as an invalid field', async () => {
  const { name, save } = renderForm({
    submit: async () => void z.object({ name: z.string() }).parse({}),
    explain: () => ({ message: 'It did not work.' }),
  });

  await user.type(name, 'Ana');
  await user.click(save);

  expect(await screen.findByText('It did not work.')).toBeDefined();
  expect(name.getAttribute('aria-invalid')).toBe('false');
});

test('submits once, however often the button is pressed', async () => {
  let submissions = 0;
  const submission = Promise.withResolvers<void>();
  const { name, save } = renderForm({
    submit: () => {
      submissions += 1;
      return submission.promise;
    },
    explain: explainNothing,
  });

  await user.type(name, 'Ana');
  save.click();
  save.click();
  await user.dblClick(save);
  submission.resolve();

  expect(submissions).toBe(1);
});
