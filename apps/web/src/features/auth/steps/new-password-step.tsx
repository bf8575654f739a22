import { Button, TextField } from '@aws-amplify/ui-react';
import { z } from 'zod/mini';
import { EmailAddress } from '#components/breakable.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainAuthError } from '#lib/explain-auth-error.ts';
import { useForm } from '#lib/use-form.ts';
import { HiddenUsernameField } from '../fields/hidden-username-field.tsx';
import { NewPasswordField } from '../fields/new-password-field.tsx';
import { newPasswordSchema } from '../fields/password-schema.ts';
import { useSignInContext } from '../sign-in/sign-in-context.ts';
import { StepLinks } from './step-links.tsx';

const knownAttributes: Readonly<Record<string, { label: string; autoComplete: string }>> = {
  name: { label: 'Name', autoComplete: 'name' },
  given_name: { label: 'First name', autoComplete: 'given-name' },
  family_name: { label: 'Last name', autoComplete: 'family-name' },
  nickname: { label: 'Nickname', autoComplete: 'nickname' },
  phone_number: { label: 'Phone number, with country code', autoComplete: 'tel' },
};

const describe = (attribute: string) =>
  knownAttributes[attribute] ?? {
    label: attribute.replace(/^custom:/, '').replaceAll('_', ' '),
    autoComplete: 'off',
  };

const createSchema = (attributes: readonly string[]) =>
  z.object({
    password: newPasswordSchema,
    ...Object.fromEntries(
      attributes.map((name) => [
        name,
        z.string().check(z.trim(), z.minLength(1, 'This account cannot do without it.')),
      ]),
    ),
  });

/** The first own password of an account that an administrator created, with the attributes that the pool misses. */
export const NewPasswordStep = ({ missingAttributes }: { missingAttributes: readonly string[] }) => {
  const { Header, email, answer } = useSignInContext();
  const { formProps, fieldProps, isPending, message } = useForm({
    schema: createSchema(missingAttributes),
    submit: ({ password, ...attributes }) => answer(password, attributes),
    explain: explainAuthError,
  });

  return (
    <>
      <Header title="Choose your own password">
        The password of <EmailAddress address={email} /> was temporary. From now on, only you know it.
      </Header>
      <form className="form" {...formProps}>
        {missingAttributes.map((name, index) => (
          <TextField key={name} {...fieldProps(name)} {...describe(name)} autoFocus={index === 0} />
        ))}
        <HiddenUsernameField email={email} />
        <NewPasswordField
          {...fieldProps('password')}
          label="New password"
          autoFocus={missingAttributes.length === 0}
        />
        <FormMessage tone="error">{message}</FormMessage>
        <Button type="submit" variation="primary" isFullWidth isLoading={isPending} loadingText="Signing in">
          Set password and sign in
        </Button>
      </form>
      <StepLinks />
    </>
  );
};
