import type { Operation, OperationInput, OperationResponse } from '@share-my-files/contract';
import type { SignedInUser } from '#auth/signed-in-user.ts';

/** The parsed parameters, query and body, and the user where the operation needs one. */
export type HandlerInput<Op extends Operation> = OperationInput<Op> &
  (Op['access'] extends 'user' ? { user: SignedInUser } : unknown);

/** Implements an operation; resolves to the body of its success response. */
export type Handler<Op extends Operation> = (
  input: HandlerInput<Op>,
) => OperationResponse<Op> extends undefined ? Promise<void> : Promise<OperationResponse<Op>>;

/** One handler for each operation of a table. */
export type Handlers<Operations extends Record<string, Operation>> = {
  [Name in keyof Operations]: Handler<Operations[Name]>;
};
