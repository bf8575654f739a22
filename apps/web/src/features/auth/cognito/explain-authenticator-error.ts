import { explainAuthError } from '#lib/explain-auth-error.ts';
import type { FormProblem } from '#lib/use-form.ts';

const wrongCode =
  'This code is incorrect. Enter the code that the app shows now. If it keeps failing, check the clock of your device.';

const messages: Readonly<Record<string, string>> = {
  CodeMismatchException: wrongCode,
  EnableSoftwareTokenMFAException: wrongCode,
  ExpiredCodeException: 'This code was used before. Wait for the next one.',
};

/** Returns the message for a code of an authenticator app, which cannot be sent again. */
export const explainAuthenticatorError = (error: Error): FormProblem => {
  const code = messages[error.name];
  return code === undefined ? explainAuthError(error, 'code') : { fields: { code } };
};
