// Only the texts tell that the address is confirmed already, in another tab or by an administrator.
const refusals = new Map([
  ['NotAuthorizedException', 'User cannot be confirmed'],
  ['InvalidParameterException', 'User is already confirmed'],
]);

/** Whether Cognito took no code, or sent none, because the address needs none any more. */
export const isAlreadyConfirmed = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const text = refusals.get(error.name);
  return text !== undefined && error.message.startsWith(text);
};
