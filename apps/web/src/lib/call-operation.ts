import type { Operation, OperationRequest, OperationResponse } from '@share-my-files/contract';
import type { SendRequest } from './api-request.ts';
import { UnexpectedResponseError } from './unexpected-response-error.ts';

/** The input of an operation and a signal that cancels the request. */
type OperationCall<Op extends Operation> = OperationRequest<Op> & {
  readonly signal?: AbortSignal | undefined;
};

type OptionalIfEmpty<Call> = Record<never, never> extends Call ? [call?: Call] : [call: Call];

/** Sends an operation of the contract and resolves with its parsed response, `undefined` for 204. */
export type CallOperation = <Op extends Operation>(
  operation: Op,
  ...call: OptionalIfEmpty<OperationCall<Op>>
) => Promise<OperationResponse<Op>>;

type AnyCall = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
};

const fillPath = (path: string, params: AnyCall['params'] = {}): string =>
  path.replace(/\{(\w+)\}/g, (_placeholder, name: string) => encodeURIComponent(String(params[name])));

const parseResponse = (operation: Operation, data: unknown): unknown => {
  const [schema] = Object.values(operation.responses);
  if (!schema) return undefined;
  const response = schema.safeParse(data);
  if (!response.success) throw new UnexpectedResponseError(operation, { cause: response.error });
  return response.data;
};

/** Returns the function that sends operations as requests. */
export const createCallOperation = (send: SendRequest): CallOperation => {
  const call = async (operation: Operation, { params, ...input }: AnyCall = {}) => {
    const { method, path } = operation;
    return parseResponse(operation, await send({ method, path: fillPath(path, params), ...input }));
  };
  // TypeScript cannot see that `parseResponse` returns the output of the schema that `OperationResponse` reads.
  return call as CallOperation;
};
