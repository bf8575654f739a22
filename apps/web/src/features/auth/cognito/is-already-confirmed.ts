// Only these messages reveal that the address is already confirmed, in another tab or by an administrator.
const refusals = new Map([
  ['NotAuthorizedException', 'User cannot be confirmed'],
  ['InvalidParameterException', 'User is already confirmed'],
]);

/** Whether Cognito rejected a code, or a request for one, because the address is already confirmed. */
export const isAlreadyConfirmed = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const text = refusals.get(error.name);
  return text !== undefined && error.message.startsWith(text);
};
