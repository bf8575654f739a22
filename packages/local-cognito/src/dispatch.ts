import type { Action } from './action.ts';
import { CognitoError, serializationFailed, unknownOperation } from './errors.ts';

/** A reply of the Cognito API before it is put on the wire. */
export type CognitoReply = { status: number; body: object; error?: CognitoError };

/** Runs the action that `x-amz-target` names on a request body; never rejects. */
export type Dispatch = (target: string | undefined, body: Buffer | undefined) => Promise<CognitoReply>;

const SERVICE_PREFIX = 'AWSCognitoIdentityProviderService.';

const findAction = (actions: ReadonlyMap<string, Action>, target: string | undefined): Action => {
  const name = target?.startsWith(SERVICE_PREFIX) ? target.slice(SERVICE_PREFIX.length) : '';
  const action = actions.get(name);
  if (action === undefined) throw unknownOperation();
  return action;
};

const parseJson = (body: Buffer | undefined): unknown => {
  if (body === undefined) throw serializationFailed('The request body is too large.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw Object.assign(serializationFailed('The request body is not valid JSON.'), { cause: error });
  }
};

const toReply = (error: CognitoError): CognitoReply => ({
  status: error.status,
  body: { __type: error.name, message: error.message },
  error,
});

/** Binds dispatching to a set of actions; failures that are no CognitoError are reported and become a 500. */
export const createDispatch =
  (actions: ReadonlyMap<string, Action>, reportError: (error: unknown) => void): Dispatch =>
  async (target, body) => {
    try {
      return { status: 200, body: await findAction(actions, target)(parseJson(body)) };
    } catch (error) {
      if (error instanceof CognitoError) return toReply(error);
      reportError(error);
      return toReply(new CognitoError('InternalErrorException', 'Internal Error', 500));
    }
  };
