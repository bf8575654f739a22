/** A reason not to start that the user can remove, such as a port in use. Its message needs no stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
