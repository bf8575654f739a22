import {
  apiBasePath,
  type Operation,
  type OperationRequest,
  type OperationResponse,
} from '@share-my-files/contract';

type AnyRequest = { params?: Record<string, string>; body?: object };

/** Calls the API as one person. Throws the problem that the API answers with. */
export const createDemoClient = (origin: string, accessToken: string) => {
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };

  return async <Op extends Operation>(
    operation: Op,
    request: OperationRequest<Op>,
  ): Promise<OperationResponse<Op>> => {
    // TypeScript cannot see which parts an operation that it does not know yet has.
    const { params = {}, body } = request as AnyRequest;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const init = { method: operation.method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(origin + apiBasePath + path, init);
    if (!response.ok) throw new Error(`${operation.summary}: ${await response.text()}`);
    const [schema] = Object.values(operation.responses);
    return (schema ? schema.parse(await response.json()) : undefined) as OperationResponse<Op>;
  };
};

export type DemoClient = ReturnType<typeof createDemoClient>;
