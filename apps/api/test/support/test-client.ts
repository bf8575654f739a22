import type { Server } from 'node:http';
import {
  apiBasePath,
  type Operation,
  type OperationRequest,
  operations,
  problemResponses,
  problemSchema,
  problemsOf,
} from '@share-my-files/contract';
import supertest, { type Response, type Test } from 'supertest';
import { expect } from 'vitest';
import { strict } from './strict-schema.ts';

export type OperationName = keyof typeof operations;

type Table = typeof operations;
type Input<Name extends OperationName> = OperationRequest<Table[Name]>;
type InputArgument<Name extends OperationName> =
  Record<string, never> extends Input<Name> ? [input?: Input<Name>] : [input: Input<Name>];

const fillIn = (path: string, params: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const expectSuccess = ({ responses }: Operation, { status, text, body }: Response): void => {
  const [declared] = Object.entries(responses);
  expect(declared?.[0]).toBe(String(status));
  const schema = declared?.[1];
  if (schema) expect(strict(schema).parse(body)).toEqual(schema.parse(body));
  else expect(text).toBe('');
};

const expectProblem = (operation: Operation, { status, body }: Response): void => {
  const { code } = strict(problemSchema).parse(body) as { code: keyof typeof problemResponses };
  expect(problemsOf(operation)).toContain(code);
  expect(status).toBe(problemResponses[code].status);
};

/** Throws unless the contract describes the response and all of its fields; ignores a gateway's own responses. */
const expectContract =
  (operation: Operation) =>
  (response: Response): void => {
    if (response.ok) expectSuccess(operation, response);
    else if (response.type === 'application/problem+json') expectProblem(operation, response);
  };

/** Calls operations by their name; the contract types the input and checks every response. */
export const createTestClient = (server: Server, accessToken?: string) => {
  const agent = supertest.agent(server);
  if (accessToken !== undefined) agent.set('Authorization', `Bearer ${accessToken}`);

  const start = (operation: Operation, params: Record<string, string> = {}): Test => {
    const method = operation.method.toLowerCase() as Lowercase<Operation['method']>;
    const request = agent[method](apiBasePath + fillIn(operation.path, params));
    return request.expect(expectContract(operation));
  };

  return {
    call: <Name extends OperationName>(name: Name, ...[input]: InputArgument<Name>): Test => {
      const { params, query, body }: { params?: Record<string, string>; query?: object; body?: object } =
        input ?? {};
      return start(operations[name], params)
        .query(query ?? {})
        .send(body);
    },
    /** Starts a request that the test completes, for input that the contract does not allow. */
    request: (name: OperationName, params?: Record<string, string>): Test => start(operations[name], params),
    /** Sends requests to paths that the contract does not have. */
    agent,
  };
};
