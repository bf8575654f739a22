import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { z } from 'zod/mini';

/** The problems of a form: by field name, or of the whole form. */
export type FormProblem = { message?: string; fields?: Record<string, string> };

type FormOptions<Values> = {
  schema: z.ZodMiniType<Values>;
  submit: (values: Values) => Promise<void>;
  explain: (error: Error) => FormProblem;
  /** Offers another value in the first invalid field. */
  correct?: (value: string) => string;
};

class RefusedValues extends Error {
  readonly problem: FormProblem;

  constructor({ issues }: z.core.$ZodError) {
    super('The schema of the form refuses what was typed.');
    const messages = issues.map(({ path, message }) => [path.join('.'), message]);
    this.problem = { fields: Object.fromEntries(messages.reverse()) };
  }
}

/**
 * Validates and submits a form of uncontrolled fields. Keeps the input that `correct` does not change; after an error it
 * focuses the first invalid field or, if there is none, the button.
 */
export const useForm = <Values>({ schema, submit, explain, correct }: FormOptions<Values>) => {
  const form = useRef<HTMLFormElement>(null);
  // `isPending` is only up to date after the next render: a busy page can receive two presses before that.
  const isSubmitting = useRef(false);
  const { mutate, reset, isPending, error } = useMutation<void, Error, FormData>({
    mutationFn: async (data) => {
      const values = schema.safeParse(Object.fromEntries(data));
      if (!values.success) throw new RefusedValues(values.error);
      await submit(values.data);
    },
    onSettled: () => {
      isSubmitting.current = false;
    },
  });

  const correctField = useEffectEvent((field: HTMLElement) => {
    if (correct && field instanceof HTMLInputElement) field.value = correct(field.value);
  });

  useEffect(() => {
    if (error === null) return;
    const wrongField = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrongField) correctField(wrongField);
    // The button lost the focus because it was disabled during the request.
    const button = form.current?.querySelector<HTMLElement>('[type="submit"]');
    (wrongField ?? button)?.focus();
  }, [error]);

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSubmitting.current) return;
    isSubmitting.current = true;
    mutate(new FormData(event.currentTarget));
  };

  /** Empties a field, removes the errors, and moves the focus there. */
  const clear = (name: string) => {
    reset();
    const field = form.current?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) return;
    field.value = '';
    field.focus();
  };

  const { message, fields = {} }: FormProblem =
    error instanceof RefusedValues ? error.problem : error === null ? {} : explain(error);

  return {
    isPending,
    message,
    clear,
    formProps: { ref: form, onSubmit, noValidate: true },
    fieldProps: (name: string) => ({
      name,
      hasError: fields[name] !== undefined,
      errorMessage: fields[name],
    }),
  };
};
