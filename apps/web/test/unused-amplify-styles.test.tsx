// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Button } from '../src/components/button.tsx';
import { Loader } from '../src/components/loader.tsx';
import { PasswordField } from '../src/components/password-field.tsx';
import { SelectField } from '../src/components/select-field.tsx';
import { TextField } from '../src/components/text-field.tsx';
import { findUnusedAmplifyStyles } from '../unused-amplify-styles.ts';

afterEach(cleanup);

const unused = findUnusedAmplifyStyles();

test('the build keeps the rules of every class of Amplify UI that an element has', () => {
  const { container } = render(
    <>
      <Button>Plain</Button>
      {(['primary', 'link', 'destructive'] as const).map((variation) => (
        <Button key={variation} variation={variation} isLoading loadingText="Saving" />
      ))}
      <TextField label="Name" descriptiveText="Any" hasError errorMessage="Missing" />
      <PasswordField label="Password" autoComplete="new-password" hasError errorMessage="Wrong" />
      <SelectField label="Role" hasError errorMessage="Missing" />
      <Loader size="large" />
    </>,
  );
  const classNames = [...container.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList]);

  expect(classNames).toContain('amplify-button--destructive');
  expect(classNames.filter((className) => unused.includes(className))).toEqual([]);
});

test('the build leaves out the rules of variations that the code does not name', () => {
  expect(unused).toContain('amplify-button--warning');
  expect(unused).toContain('amplify-button--primary--info');
  expect(unused).toContain('--amplify-components-button-primary-info-color');
});
