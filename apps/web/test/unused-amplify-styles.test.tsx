// @vitest-environment jsdom
import { Button, Loader, PasswordField, SelectField, TextField } from '@aws-amplify/ui-react';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { findUnusedAmplifyStyles } from '../unused-amplify-styles.ts';

afterEach(cleanup);

const unused = findUnusedAmplifyStyles();

test('the build keeps the rules of every class that Amplify UI gives an element', () => {
  const { container } = render(
    <>
      <Button>Plain</Button>
      {(['primary', 'link', 'destructive'] as const).map((variation) => (
        <Button key={variation} variation={variation} isLoading loadingText="Saving" />
      ))}
      <TextField label="Name" descriptiveText="Any" hasError errorMessage="Missing" />
      <PasswordField label="Password" hasError errorMessage="Wrong" />
      <SelectField label="Role" hasError errorMessage="Missing" options={['viewer']} />
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
